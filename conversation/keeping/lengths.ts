/** The most characters of what is said in one line (O2, O3). Apart from the rules that look at it: browsers load it, too. */
export const MOST_IN_A_LINE = 300;

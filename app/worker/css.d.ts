/** The build puts the whole text of the file, its imports included, in its place. */
declare module "*/calm-page.css" {
  const text: string;
  export default text;
}

-- What was written last would else be read in full by every look for the newest, until the next vacuum of a large table.
ALTER INDEX "move_by_time" SET (autosummarize = on);--> statement-breakpoint
ALTER INDEX "conversation_by_time" SET (autosummarize = on);

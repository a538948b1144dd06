-- The log is insert and select only, for every role, an owner and a superuser included.
-- Erasure works by destroying keys (seat_key), so nothing ever needs to change or leave here.
create function move_is_never_changed() returns trigger language plpgsql as $$
begin
  raise exception 'a recorded move is never changed' using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger move_is_never_changed before update or delete on "move"
  for each row execute function move_is_never_changed();
--> statement-breakpoint
create trigger move_is_never_emptied before truncate on "move"
  for each statement execute function move_is_never_changed();

-- What the clock looks for each minute: booked weeks whose turn has not been journalled to its end, and places in the queue that are open.
CREATE INDEX booked_week_to_turn ON booked_week (ends_at) WHERE state = 'booked' AND ended_at IS NULL;
CREATE INDEX waiting_place_open ON waiting_place (week) WHERE state IN ('waiting', 'held');

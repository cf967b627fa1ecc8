-- The medians of how long turns took are read with each page of the queue: from the index alone.
DROP INDEX "access_turn_turn_until_idx";
CREATE INDEX access_turn_lengths ON access_turn (turn, until) INCLUDE (since);

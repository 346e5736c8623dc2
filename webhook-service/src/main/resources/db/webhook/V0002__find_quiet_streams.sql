-- Intake's rows of streams without news go after a day; they come back by themselves.
create index ix_streams_look_at on webhook.streams (look_at);

-- Whose targets are behind, in the order in which they are looked at: by the number alone, all
-- tickets were read to find that none is.
drop index helpdesk.ticket_level_count;
create index ticket_level_count on helpdesk.ticket (level_count, id)
  where source = 'linchpin' and state not in ('RESOLVED', 'CLOSED');

-- What one request changed: whoever answers and resolves at once does not meet their own change.
alter table helpdesk.history add request uuid;

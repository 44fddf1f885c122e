-- A ticket is what its latest step left: kept beside the steps, it cost every commit of a rush as much again, and nothing
-- in the program read it. Whoever looks at the day from outside finds it where it was.
DROP TABLE ticket;
CREATE VIEW ticket AS
SELECT s.hall, s.ticket AS id, first.day,
    s.prefix, s.number, s.token, s.key, s.request, s.asked_service, s.priority_class, s.language,
    s.asked_files, s.appointment, s.identity, s.issued_at, s.ahead, s.service, s.since, s.for_counter,
    s.further, s.state, s.at_counter, s.calls, s.misses, s.called_at, s.started_at, s.finished_at, s.outcome,
    s.files, s.marks, s.vote_key, s.score, s.reasons, s.comment, s.voted_at
FROM step s
JOIN step first ON first.hall = s.hall AND first.seq = s.ticket
WHERE (s.hall, s.seq) IN (SELECT hall, max(seq) FROM step WHERE ticket IS NOT NULL GROUP BY hall, ticket);

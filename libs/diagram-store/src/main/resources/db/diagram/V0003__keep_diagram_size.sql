-- How large the cells of a diagram are together: the bytes of their JSON without blanks, in UTF-8.
-- Kept by whoever writes cells, in the same transaction, so that the limit costs no reading.
-- Written with blanks between its parts, jsonb is larger than what is meant; those are taken out.
alter table diagram.diagrams add column cell_bytes bigint not null default 0;

update diagram.diagrams d
   set cell_bytes = s.bytes
  from (select diagram_id,
               sum(octet_length(
                     regexp_replace(data::text, '("(?:[^"\\]|\\.)*")| ', '\1', 'g'))) as bytes
          from diagram.cells
         group by diagram_id) s
 where s.diagram_id = d.id;

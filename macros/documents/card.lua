-- The card at the top of a document: a table of what is to be filled in. A long card stands in two
-- columns, so that it leaves room for the document itself on the first page.

local format = FORMAT:match("^%a+")
local FOLDED = 8 -- a card with at least so many blanks stands in two columns
local ONE = { 0.42, 0.58 } -- the widths of name and answer in one column: the answers get most
local TWO = { 0.3, 0.2, 0.3, 0.2 } -- and in two, where the names need their lines

-- An answer of several lines, or one with boxes to tick, takes the whole width
local function is_wide(row)
  local wide = false
  row.cells[2].contents:walk({
    Span = function(span) wide = wide or span.classes:includes("wide") end,
  })
  return wide
end

local function spanning(row)
  row.cells[2].col_span = #TWO - 1
  return row
end

-- The rows two and two beside each other, to be read from left to right
local function paired(rows)
  local made, first = pandoc.List(), nil
  local function flush()
    if first then made:insert(spanning(first)) end
    first = nil
  end
  for _, row in ipairs(rows) do
    if is_wide(row) then
      flush()
      made:insert(spanning(row))
    elseif first then
      first.cells:extend(row.cells)
      made:insert(first)
      first = nil
    else
      first = row
    end
  end
  flush()
  return made
end

local function set_widths(tbl, widths)
  local specs = pandoc.List()
  for column, width in ipairs(widths) do
    specs[column] = { (tbl.colspecs[column] or tbl.colspecs[1])[1], width }
  end
  tbl.colspecs = specs
end

local function laid_out(tbl)
  local rows = tbl.bodies[1].body
  if #rows < FOLDED or format == "html" or format == "markdown" then
    set_widths(tbl, ONE)
    return tbl
  end
  local head = tbl.head.rows[1]
  head.cells:extend(head.cells:clone())
  tbl.bodies[1].body = paired(rows)
  set_widths(tbl, TWO)
  return tbl
end

-- The blocks of the card `div`, after every table has got its widths
return function(div) return div:walk({ Table = laid_out }).content end

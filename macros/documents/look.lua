-- How a text looks where pandoc has no option for it: widths of tables, what stays together, room
-- to write, lists of points to tick. Runs before controls.lua, so fields are still marked as such.

local format = FORMAT:match("^%a+")
if format == "opendocument" then format = "odt" end
if format == "html" then format = "markdown" end -- the style sheet of the page decides the look
local RAW = { docx = "openxml", odt = "opendocument", typst = "typst" }

local here = pandoc.path.directory(PANDOC_SCRIPT_FILE)
local card = dofile(pandoc.path.join({ here, "card.lua" }))
local picture = dofile(pandoc.path.join({ here, "picture.lua" }))

local function raw(text) return pandoc.RawInline(RAW[format], text) end
local function raw_block(text) return pandoc.RawBlock(RAW[format], text) end
-- An element itself takes a third of the time that its content does, which is made a list of Lua first
local function plain(content) return pandoc.utils.stringify(content) end
local function styled(blocks, style) return pandoc.Div(blocks, { ["custom-style"] = style }) end

-- The same for what is a block of its own already: its content does not have to be made a list of Lua
local function restyled(div, style)
  div.attr = pandoc.Attr("", {}, { ["custom-style"] = style })
  return div
end

-- --- Passages in another language ---

local COUNTRY = { nn = "NO", nb = "NO", en = "GB", sv = "SE", da = "DK" }

local function language(span)
  local code = span.attributes.lang
  local country = COUNTRY[code]
  if format == "typst" then
    local place = country and ', region: "' .. country .. '"' or ""
    return { raw('#text(lang: "' .. code .. '"' .. place .. ")["), span, raw("]") }
  end
  span.attributes.lang = country and code .. "-" .. country or code
  return span
end

-- --- What is only for the screen, or only for paper ---

local PAPER = format == "typst"

local function left_out(element)
  local classes = element.classes
  return (PAPER and classes:includes("skjerm")) or (not PAPER and classes:includes("papir"))
end

local function Span(span)
  if left_out(span) then return {} end
  if format == "markdown" then
    local unmarked = span.classes:includes("id") or span.classes:includes("skjerm")
    return unmarked and span.content or nil
  end
  if span.classes:includes("id") then
    if format ~= "odt" then return {} end -- in Word the control has it, and on paper nobody needs it
    return raw('<text:bookmark text:name="' .. span.attributes.tag .. '"/>')
  end
  if span.classes:includes("linje") and PAPER then return { raw("#linje["), span, raw("]") } end
  if span.attributes.lang then return language(span) end
end

-- --- Points to tick ---

local point = 0 -- points of checklists so far, which are numbered through the whole document

local TAB = { docx = "<w:r><w:tab/></w:r>", odt = "<text:tab/>" }

-- The text after a box, so that its second line stands under its first
local function box_and_text(blocks)
  local content = blocks[1].content
  if content[1] and content[1].t == "Span" and content[2] and content[2].t == "Space" then
    content[2] = TAB[format] and raw(TAB[format]) or content[2]
  end
  return blocks
end

-- The text without its box, which is the mark of the list
local function text_only(blocks)
  local content = blocks[1].content
  while content[1] and (content[1].t == "Space" or content[1].classes) do content:remove(1) end
  return blocks
end

local function typst_items(call, items)
  local made = pandoc.List({ raw_block("#" .. call) })
  for _, item in ipairs(items) do
    made:insert(raw_block("["))
    made:extend(item)
    made:insert(raw_block("],"))
  end
  made:insert(raw_block(")"))
  return made
end

local function has(block, class) return block.t == "Div" and block.classes:includes(class) end

local function checklist_typst(div)
  local items = pandoc.List()
  for _, item in ipairs(div.content) do
    local blocks = pandoc.List()
    for _, part in ipairs(item.content) do
      if has(part, "sjekkpunkt") then blocks:extend(text_only(part.content))
      elseif not left_out(part) then blocks:insert(part) end
    end
    items:insert(blocks)
  end
  local call = "sjekkliste(" .. point + 1 .. ","
  point = point + #items
  return typst_items(call, items)
end

local function checklist(div)
  if format == "typst" then return checklist_typst(div) end
  local blocks = pandoc.List()
  if format == "odt" then blocks:insert(raw_block('<text:list text:style-name="Sjekkliste" text:continue-numbering="true">')) end
  for _, item in ipairs(div.content) do
    if format == "odt" then blocks:insert(raw_block("<text:list-item>")) end
    for place, part in ipairs(item.content) do
      local style = place == #item.content and "Sjekklistemerknad" or "Sjekklistedetalj"
      if has(part, "sjekkpunkt") then part = styled(box_and_text(part.content), "Sjekklistepunkt")
      elseif has(part, "detalj") then part = restyled(part, style) end
      blocks:insert(part)
    end
    if format == "odt" then blocks:insert(raw_block("</text:list-item>")) end
  end
  if format == "odt" then blocks:insert(raw_block("</text:list>")) end
  return blocks
end

-- Boxes outside of a checklist: those that follow each other are one list in the PDF
local function Blocks(blocks)
  local made, boxes = pandoc.List(), pandoc.List()
  local function flush()
    if #boxes > 0 then made:extend(typst_items("avkryssing(", boxes)) end
    boxes = pandoc.List()
  end
  for _, block in ipairs(blocks) do
    if format == "typst" and has(block, "sjekkpunkt") then boxes:insert(text_only(block.content))
    else
      flush()
      made:insert(block)
    end
  end
  flush()
  return made
end

-- --- Blocks ---

local STYLE = { kjelde = "Kjelde" }

-- Our classes that Markdown has nothing for
local UNMARKED = pandoc.List({ "kjelde", "sjekkliste", "punkt", "skjerm", "papir" })

local function Div(div)
  if left_out(div) then return {} end
  if format == "markdown" then
    local unmarked = UNMARKED:find_if(function(class) return div.classes:includes(class) end)
    return unmarked and not div.classes:includes("detalj") and div.content or nil
  end
  if div.classes:includes("sjekkliste") then return checklist(div) end
  if div.classes:includes("sjekkpunkt") and format ~= "typst" then return styled(box_and_text(div.content), "Sjekkpunkt") end
  for class, style in pairs(STYLE) do
    if div.classes:includes(class) then
      if format == "typst" then return { raw_block("#" .. class .. "["), pandoc.Div(div.content), raw_block("]") } end
      return restyled(div, style)
    end
  end
end

local XML = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;" }
local function xml(text) return (text:gsub('[&<>"]', XML)) end

local NEW_PAGE = {
  docx = '<w:p><w:pPr><w:pStyle w:val="Heading%d"/><w:pageBreakBefore/></w:pPr><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>',
  odt = '<text:h text:style-name="Heading_20_%d_20_ny_20_side" text:outline-level="%d">%s</text:h>',
}

-- `{.nyside}` after a heading starts a new page
local function Header(header)
  if not header.classes:includes("nyside") then return nil end
  header.classes = {}
  if format == "markdown" then return header end
  if format == "typst" then return { raw_block("#pagebreak(weak: true)"), header } end
  local level, text = header.level, xml(plain(header.content))
  if format == "docx" then return raw_block(NEW_PAGE.docx:format(level, text)) end
  return raw_block(NEW_PAGE.odt:format(level, level, text))
end

-- --- Tables ---

-- Every table stands on the same grid of 24 columns, so that edges meet down the page
local GRID = 24
local UNIT = 4.1 -- characters of a table's small text in one of them
local MARGIN = 1.8 -- the margins of a cell, in characters
-- What is to be written, in parts of the grid. Fields by meaning say by their name what they are
local SHORT = { dato = 4, frist = 4, status = 4, tal = 3, antall = 3 }
local MIDDLE, WIDE = 6, 12

-- A field without a name, or a blank that is named by what it means
local function is_field(span) return span.classes:includes("field") or span.classes:includes("blank") end

local function field_of(cell)
  local found
  local block = cell.contents[1]
  if #cell.contents ~= 1 then return nil end
  -- A copy is looked at, since all that has been looked at is converted back afterwards
  local content = block:clone().content
  if not content then return nil end
  for _, inline in ipairs(content) do
    if inline.t == "Span" and is_field(inline) then found = inline
    elseif inline.t ~= "Space" then return nil end
  end
  return found
end

local asked = {} -- the blanks that have a place to write in, in the card or where they stand

-- How much of the grid a field wants
local function room(field)
  local tag, text = field.attributes.tag or "", plain(field):lower()
  if tag:find("^dato") then return SHORT.dato end
  if tag:find("^tal") then return SHORT.tal end
  if SHORT[text] then return SHORT[text] end
  if tag:find("^rolle") or text:find("rolle") or text:find("namn") or text:find("navn") then return MIDDLE end
  return WIDE
end

local function rows_of(tbl)
  local rows = pandoc.List()
  for _, row in ipairs(tbl.head.rows) do rows:insert(row) end
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do rows:insert(row) end
  end
  return rows
end

local function heads(tbl)
  local words = {}
  for _, row in ipairs(tbl.head.rows) do
    for _, cell in ipairs(row.cells) do words[#words + 1] = plain(cell.contents) end
  end
  return table.concat(words, "|")
end

-- What each column needs at least, and what it would like, in parts of the grid
local function measure(tbl, needs)
  for _, row in ipairs(rows_of(tbl)) do
    for column, cell in ipairs(row.cells) do
      local need = needs[column] or { least = 1, wish = 1 }
      needs[column] = need
      local text, field = plain(cell.contents), field_of(cell)
      if field and field.classes:includes("card") then asked[field.attributes.tag] = true end
      for word in text:gmatch("[^%s-]+") do
        need.least = math.max(need.least, (utf8.len(word) + MARGIN) / UNIT)
      end
      local wish = field and room(field) or math.min(utf8.len(text) + MARGIN, 90) / UNIT
      if field then need.least = math.max(need.least, math.min(wish, 3)) end
      need.wish = math.max(need.wish, wish)
    end
  end
end

-- The author decides by the number of dashes under the headings, when they are not all equal
local function by_author(tbl)
  local first = tbl.colspecs[1][2]
  if not first then return false end
  for _, spec in ipairs(tbl.colspecs) do
    if not spec[2] then return false end
    if math.abs(spec[2] - first) > 0.001 then return true end
  end
  return false
end

-- Whole parts that fill the grid: each column its least first, then the rest by what they wish
local function share(needs)
  local given, left = {}, GRID
  for column, need in ipairs(needs) do
    given[column] = math.max(1, math.ceil(need.least - 0.2))
    left = left - given[column]
  end
  while left > 0 do
    local best, most = 1, -1
    for column, need in ipairs(needs) do
      local missing = need.wish / given[column]
      if missing > most then best, most = column, missing end
    end
    given[best], left = given[best] + 1, left - 1
  end
  while left < 0 do
    local best, most = 1, 0
    for column, need in ipairs(needs) do
      local spare = given[column] - need.least
      if given[column] > 1 and (most == 0 or spare > most) then best, most = column, spare end
    end
    given[best], left = given[best] - 1, left + 1
  end
  return given
end

local function set_widths(tbl, needs)
  if by_author(tbl) then
    for column, spec in ipairs(tbl.colspecs) do needs[column].wish = spec[2] * GRID end
  end
  for column, units in ipairs(share(needs)) do
    tbl.colspecs[column] = { tbl.colspecs[column][1], units / GRID }
  end
end

local function is_signature(tbl) return (plain(tbl.caption.long) .. heads(tbl)):lower():find("underskrift") end

local function make_room(cell, height, style)
  if format == "typst" then
    local content = cell.contents[1] and cell.contents[1].content or pandoc.List()
    content:insert(1, raw("#rom(" .. height .. "mm)"))
    cell.contents = { pandoc.Plain(content) }
  else
    -- pandoc gives a Plain its own style, whatever is around it, and leaves out an empty Para
    local nothing = format == "docx" and { raw("<w:r/>") } or {}
    local content = cell.contents[1] and cell.contents[1].content or nothing
    cell.contents = { styled({ pandoc.Para(content) }, style) }
  end
end

-- Room to write by hand: more where a name is to be signed
local function row_height(tbl, row)
  local empty, field, sign = #row.cells[#row.cells].contents == 0, false, is_signature(tbl)
  for _, cell in ipairs(row.cells) do
    local found = field_of(cell)
    field = field or (found ~= nil and not asked[found.attributes.tag])
  end
  if sign and (empty or plain(row.cells[1].contents):lower():find("underskrift") or #row.cells > 2) then return 14, "Underskrift" end
  if empty or (PAPER and field) then return 8, "Skriverom" end
end

-- A field alone in its cell needs no line to write on in the PDF: the cell is the place
local function bare_field(cell)
  local field = PAPER and field_of(cell)
  if field and field.classes:includes("field") then cell.contents = { pandoc.Plain({ raw("#hint["), pandoc.Str("[" .. plain(field) .. "]"), raw("]") }) } end
end

-- The cell that makes a row high: the one with least text, since its first line takes the height
local function roomy_cell(row)
  local chosen, least = row.cells[1], math.huge
  for _, cell in ipairs(row.cells) do
    local length = utf8.len(plain(cell.contents))
    if length < least then chosen, least = cell, length end
    bare_field(cell)
  end
  return chosen
end

-- A table that is not divided between two pages. `look.py` has the same for Word and OpenDocument
local function is_short(tbl)
  local length = 0
  for _, row in ipairs(rows_of(tbl)) do
    for _, cell in ipairs(row.cells) do length = length + utf8.len((plain(cell.contents):gsub("%s", ""))) end
  end
  return #rows_of(tbl) <= 12 and length <= 800
end

local function finish(tbl)
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do
      local height, style = row_height(tbl, row)
      if height then make_room(roomy_cell(row), height, style) end
    end
  end
  if format == "typst" and is_short(tbl) then
    return { raw_block("#heil["), tbl, raw_block("]") }
  end
  return tbl
end

-- --- The whole document. Going through it by hand costs a third of what pandoc's own walk does ---

local function each_table(blocks, visit)
  for place, block in ipairs(blocks) do
    if block.t == "Table" then
      visit(block)
    elseif block.t == "Div" then
      each_table(block.content, visit)
    end
  end
end

-- Tables with the same headings get the same widths, so that they look like one
local function measured(blocks)
  local needs = {}
  each_table(blocks, function(tbl)
    local key = heads(tbl)
    needs[key] = needs[key] or {}
    measure(tbl, needs[key])
  end)
  return needs
end

-- A paragraph that leads to what is below it, such as «Vi har desse måla:», is not left alone at the
-- foot of a page
local function leading(block, next_block)
  if block.t ~= "Para" or not next_block or not plain(block):find(":%s*$") then return nil end
  if format == "typst" then return { raw_block("#framfor["), block, raw_block("]") } end
  return styled({ block }, "Innleiing")
end

local function laid_out(blocks, needs)
  local made = pandoc.List()
  local parts = Blocks(blocks)
  for place, block in ipairs(parts) do
    local changed = leading(block, parts[place + 1]) or block
    if block.t == "Table" then
      set_widths(block, needs[heads(block)])
      changed = finish(block)
    elseif block.t == "Header" then
      changed = Header(block) or block
    elseif has(block, "bilete") then
      changed = picture(block)
    elseif block.t == "Div" then
      changed = Div(block) or block
      if changed == block then block.content = laid_out(block.content, needs) end
      if has(block, "kort") then changed = card(block) end
    end
    if pandoc.utils.type(changed) == "Block" then
      made:insert(changed)
    else
      made:extend(changed)
    end
  end
  return made
end

local function Pandoc(document)
  document.blocks = laid_out(document.blocks, measured(document.blocks))
  return document
end

local function DivOrPart(div)
  if has(div, "bilete") then return picture(div) end
  if has(div, "kort") then return card(div) end
  return Div(div)
end

if format == "markdown" then return { Header = Header, Span = Span, Div = DivOrPart } end
return { Pandoc = Pandoc, Span = Span }

-- A picture: things that hang together, as boxes beside one another or below one another. It is a
-- list in the Markdown, with a title before it and perhaps a sentence after it. In a file it is a
-- table with the title as its caption, so that a screen reader reads box by box.

local format = FORMAT:match("^%a+")
if format == "opendocument" then format = "odt" end
local page = FORMAT:find("phpextra") ~= nil

local ARROW = pandoc.Str("→")
local ROWS = { 0.36, 0.64 } -- the widths of a picture whose boxes stand below one another

local function styled(content, style)
  return pandoc.Div({ pandoc.Para(content) }, { ["custom-style"] = style })
end

local function cell(content, style) return pandoc.Cell({ styled(content, style) }) end

-- The boxes of the list, each with the words of its title and those of its text
local function boxes_of(list)
  local boxes = pandoc.List()
  for _, item in ipairs(list.content) do
    local text = item[1].content:clone()
    local title = text:remove(1).content
    title[#title] = pandoc.Str((title[#title].text:gsub("%.$", "")))
    if text[1] and text[1].t == "Space" then text:remove(1) end
    boxes:insert({ title = title, text = text })
  end
  return boxes
end

local function words(content) return pandoc.Inlines({ pandoc.Str(content) }) end

-- The number of a box, above its title, with an arrow to the next one
local function numbered(boxes)
  for number, box in ipairs(boxes) do
    local mark = pandoc.Inlines({ pandoc.Str(tostring(number)) })
    if number < #boxes then mark:extend({ pandoc.Space(), ARROW }) end
    mark:insert(pandoc.LineBreak())
    box.title = mark .. box.title
  end
end

local function table_of(caption, widths, head, rows)
  local specs = pandoc.List()
  for column, width in ipairs(widths) do specs[column] = { pandoc.AlignDefault, width } end
  local body = { attr = pandoc.Attr(), body = rows, head = {}, row_head_columns = 0 }
  return pandoc.Table({ long = { pandoc.Plain(caption) } }, specs,
    pandoc.TableHead({ pandoc.Row(head) }), { body }, pandoc.TableFoot({}))
end

local function in_columns(caption, boxes, ordered)
  if ordered then numbered(boxes) end
  local widths, head, texts = {}, pandoc.List(), pandoc.List()
  for place, box in ipairs(boxes) do
    widths[place] = 1 / #boxes
    head:insert(cell(box.title, "Bilettittel"))
    texts:insert(cell(box.text, "Bilettekst"))
  end
  return table_of(caption, widths, head, { pandoc.Row(texts) })
end

local function in_rows(caption, boxes, heads)
  local rows = pandoc.List()
  for number, box in ipairs(boxes) do
    box.title = pandoc.Inlines({ pandoc.Str(number .. "."), pandoc.Space() }) .. box.title
    rows:insert(pandoc.Row({ cell(box.title, "Biletlinje"), cell(box.text, "Biletspor") }))
  end
  local head = pandoc.List()
  for _, text in ipairs(heads) do head:insert(cell(words(text), "Bilethovud")) end
  return table_of(caption, ROWS, head, rows)
end

-- What typst is to draw, with the words as its arguments
local function drawn(caption, boxes, ordered, heads)
  local made = pandoc.List()
  local function argument(content)
    made:extend({ pandoc.RawBlock("typst", "["), pandoc.Plain(content), pandoc.RawBlock("typst", "],") })
  end
  made:insert(pandoc.RawBlock("typst", heads and "#bilete-rader(" or
    "#bilete(ordna: " .. tostring(ordered) .. ","))
  argument(caption)
  for _, text in ipairs(heads or {}) do argument(words(text)) end
  for _, box in ipairs(boxes) do
    -- The font of the PDF has no such cross
    if box.title[1].text == "✕" then box.title[1] = pandoc.Str("×") end
    argument(box.title)
    argument(box.text)
  end
  made:insert(pandoc.RawBlock("typst", ")"))
  return made
end

-- The same as the pages show elsewhere, see picture.css
local function on_page(div)
  local title = div.content[1].content[1].content
  if format == "html" then
    div.content[1] = pandoc.Div({ pandoc.Plain(title) }, { class = "picture__title" })
  else
    title:insert(pandoc.RawInline("markdown", "\n{: .picture__title }"))
    div.content[1] = pandoc.Para(title)
    local back = div.content[3]
    if back then back.content:insert(pandoc.RawInline("markdown", "\n{: .picture__back }")) end
  end
  div.attr = pandoc.Attr("", { "picture" })
  return div
end

-- What becomes of the picture `div`
return function(div)
  if page or format == "html" then return on_page(div) end
  if format == "markdown" then return div.content end
  local told = div.attributes
  local heads = told.first and { told.first, told.second }
  local caption, list = div.content[1].content[1].content, div.content[2]
  local made, ordered = pandoc.List(), list.t == "OrderedList"
  local boxes = boxes_of(list)
  if format == "typst" then made:extend(drawn(caption, boxes, ordered, heads))
  elseif heads then made:insert(in_rows(caption, boxes, heads))
  else made:insert(in_columns(caption, boxes, ordered)) end
  for place = 3, #div.content do made:insert(div.content[place]) end
  return made
end

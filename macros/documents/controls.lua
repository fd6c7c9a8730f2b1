-- What a template's own marks become in each format: fields, boxes to tick, guidance to delete.
-- pandoc runs this between reading the Markdown and writing the file.

local format = FORMAT:match("^%a+")
if format == "opendocument" then format = "odt" end

local number = 0 -- controls so far: gives each its own id
local seen = {} -- titles so far: a repeated one gets a number, since a screen reader announces it
local blanks = TOLD.blanks or {} -- what is known of each blank, by its id
local language = TOLD.language
local marks = TOLD.marks == true -- whether the file is to be taken apart, so that fields must be found in plain text
local ampersands = TOLD.ampersands == true -- whether the text has any «&»
local answers = TOLD.answers -- the name space and the id of the part of a Word file that holds what is typed

local XML = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;" }
local function xml(text) return (text:gsub('[&<>"]', XML)) end
local function typst(text) return (text:gsub("([%[%]#%$\\*_`<>@=~/+-])", "\\%1")) end

-- Word keeps at most 64 characters of a title or a tag
local function clip(text)
  if utf8.len(text) <= 60 then return text end
  return text:sub(1, utf8.offset(text, 60) - 1):gsub("%s+%S*$", "") .. " …"
end

local function unique(title)
  title = clip(title)
  seen[title] = (seen[title] or 0) + 1
  return seen[title] == 1 and title or title .. " " .. seen[title]
end

-- The format fixes the order of the properties: name, tag, id, prompt, where the value lies, kind
local function word_control(title, tag, properties, content)
  number = number + 1
  return pandoc.RawInline("openxml", string.format(
    '<w:sdt><w:sdtPr><w:alias w:val="%s"/><w:tag w:val="%s"/><w:id w:val="%d"/>%s</w:sdtPr>'
      .. "<w:sdtContent>%s</w:sdtContent></w:sdt>",
    xml(title), xml(tag), 1000 + number, properties, content))
end

local prompts = {} -- what is made of each prompt: most of them stand in many places

-- The prompt comes back when what was written is taken away. Word keeps prompts in a part of their
-- own, which is made from the attribute «prompt»
local function word_prompt(text)
  prompts[text] = prompts[text] or string.format('<w:placeholder><w:docPart w:val="%s" prompt="%s"/></w:placeholder>',
    "felt" .. pandoc.utils.sha1(text):sub(1, 12):upper(), xml(text))
  return prompts[text]
end

local UNFILLED = '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t xml:space="preserve">%s</w:t></w:r>'
local FILLED = '<w:r><w:t xml:space="preserve">%s</w:t></w:r>'

-- Kinds of control by the kind of blank. Word stores a day as 2026-12-31, whatever it shows.
local word_kind = {}

function word_kind.text() return "<w:text/>" end
word_kind.number = word_kind.text
function word_kind.long() return '<w:text w:multiLine="1"/>' end

function word_kind.date(blank)
  local day = blank.value ~= "" and string.format(' w:fullDate="%sT00:00:00Z"', blank.value) or ""
  return string.format('<w:date%s><w:dateFormat w:val="d. MMMM yyyy"/><w:lid w:val="%s"/>'
    .. '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>', day, language)
end

function word_kind.choice(blank)
  local items = {}
  for _, choice in ipairs(blank.choices) do
    table.insert(items, string.format('<w:listItem w:displayText="%s" w:value="%s"/>',
      xml(choice.words), xml(choice.value)))
  end
  return "<w:dropDownList>" .. table.concat(items) .. "</w:dropDownList>"
end

-- The name space and the id of the part are those of word_answers.py
local BINDING = '<w:dataBinding w:prefixMappings="xmlns:s=\'%s\'" '
  .. 'w:xpath="/s:svar[1]/s:felt[1]/s:%s[1]" w:storeItemID="%s"/>'

-- A blank named by meaning: every control for it is bound to the same place in the answers
local blank = {}

function blank.docx(known, id, prompt)
  local filled = known.shown ~= ""
  local properties = word_prompt(prompt) .. (filled and "" or "<w:showingPlcHdr/>")
    .. string.format(BINDING, answers.namespace, id, answers.store) .. word_kind[known.kind](known)
  return word_control(clip(known.label), id, properties,
    string.format(filled and FILLED or UNFILLED, xml(filled and known.shown or prompt)))
end

local asked = {} -- the blanks that have had their line to write on

-- A line to write on in the card, and in the text the name in brackets
function blank.typst(known, id, prompt, card)
  if known.shown ~= "" then return pandoc.RawInline("typst", typst(known.shown)) end
  if not card then
    local call = asked[id] and "#vist[" or "#felt["
    return pandoc.RawInline("typst", call .. typst(prompt) .. "]")
  end
  asked[id] = true
  if known.kind ~= "choice" then return pandoc.RawInline("typst", '#skriv("' .. known.kind .. '")') end
  local boxes = {}
  for _, choice in ipairs(known.choices) do table.insert(boxes, "#box[#boks #h(0.3em) " .. typst(choice.words) .. "]") end
  return pandoc.RawInline("typst", "#" .. "par[" .. table.concat(boxes, " #h(1em) ") .. "]")
end

-- A user field: changed in one place, it changes everywhere. In the card it is clicked and typed in.
function blank.odt(known, id, _, card)
  local shown = xml(known.shown ~= "" and known.shown or "[" .. known.label .. "]")
  local kind = card and "input" or "get"
  local told = card and ' text:description="' .. xml(known.label .. ". " .. known.hint) .. '"' or ""
  return pandoc.RawInline("opendocument",
    string.format('<text:user-field-%s text:name="%s"%s>%s</text:user-field-%s>', kind, xml(id), told, shown, kind))
end

function blank.html(known, id, prompt)
  local filled = known.shown ~= ""
  return pandoc.RawInline("html", string.format('<span class="%s" data-field="%s">%s</span>',
    filled and "filled" or "blank", xml(id), xml(filled and known.shown or prompt)))
end

-- The marks go away when the file is put together
local function marked(id, shown)
  return { pandoc.RawInline("markdown", "<!--=" .. id .. "-->"), pandoc.Str(shown), pandoc.RawInline("markdown", "<!--=-->") }
end

function blank.markdown(known, id, prompt, card)
  if marks and id then return marked(id, known.shown ~= "" and known.shown or prompt) end
  if known.shown ~= "" then return pandoc.Str(known.shown) end
  if card or not FORMAT:find("phpextra") then return pandoc.Str(prompt) end
  return pandoc.RawInline("html", '<span class="blank">' .. xml(prompt) .. "</span>")
end

-- A text in brackets that has no name. A format without a way of its own gets plain signs.
local field = {}

-- An unfilled field stands in brackets everywhere, so that it is seen on paper too
function field.docx(text, title, tag)
  local prompt = "[" .. text .. "]"
  return word_control(unique(title), tag .. "-" .. number + 1,
    word_prompt(prompt) .. '<w:showingPlcHdr/><w:text w:multiLine="1"/>', string.format(UNFILLED, xml(prompt)))
end

function field.typst(text) return pandoc.RawInline("typst", "#felt[\\[" .. typst(text) .. "\\]]") end

-- Not OpenDocument's own placeholder fields: Writer leaves them out of print when they are not filled in
function field.odt(text) return pandoc.Str("[" .. text .. "]") end
function field.html(text) return pandoc.RawInline("html", '<span class="blank">' .. xml("[" .. text .. "]") .. "</span>") end
function field.markdown(text) return blank.markdown({ shown = "" }, nil, "[" .. text .. "]") end

local checkbox = {}

-- A box in a table is for a pen too, and as large as on paper
local LARGE = 16 -- points

function checkbox.docx(title, tag, large)
  local size = large and string.format('<w:sz w:val="%d"/>', 2 * LARGE) or ""
  return word_control(unique(title), tag,
    '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
      .. '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>',
    '<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:hint="eastAsia"/>' .. size .. "</w:rPr>"
      .. "<w:t>☐</w:t></w:r>")
end

function checkbox.typst() return pandoc.RawInline("typst", "#boks ") end
function checkbox.markdown() return pandoc.Str("☐") end
function checkbox.odt(_, _, large)
  local box = checkbox.markdown()
  return large and pandoc.Span({ box }, { ["custom-style"] = "Avkryssing" }) or box
end

local function plain(inlines) return pandoc.utils.stringify(inlines) end

-- In the card, what to write stands below the name of the blank
local function hint(span)
  if format == "markdown" then return span.content end
  return { pandoc.LineBreak(), table.unpack(span.content) }
end

local function Span(span)
  if span.classes:includes("hint") then return hint(span) end
  local known = span.classes:includes("blank") and blanks[span.attributes.tag]
  if known then
    return (blank[format] or blank.markdown)(known, span.attributes.tag, "[" .. plain(span) .. "]",
      span.classes:includes("card"))
  end
  if span.classes:includes("field") then
    local text = plain(span)
    return (field[format] or field.odt)(text, span.attributes.title or text, span.attributes.tag or "felt")
  end
  if span.classes:includes("checkbox") then 
    local large = span.classes:includes("stor")
    return (checkbox[format] or checkbox.markdown)(span.attributes.title, span.attributes.tag, large)
  end
  if span.classes:includes("detail") and format == "typst" then
    return { pandoc.RawInline("typst", "#detalj["), span, pandoc.RawInline("typst", "]") }
  end
end

local STYLE = { rettleiing = "Rettleiing", kolofon = "Kolofon", sjekkpunkt = "Sjekkpunkt", detalj = "Sjekkpunktdetalj" }

local function Div(div)
  for class, style in pairs(STYLE) do
    if div.classes:includes(class) then
      if format == "typst" then
        return { pandoc.RawBlock("typst", "#" .. class .. "["), pandoc.Div(div.content), pandoc.RawBlock("typst", "]") }
      elseif format == "markdown" or format == "html" then
        if format == "html" then return class == "rettleiing" and div or div.content end
        return class == "rettleiing" and pandoc.BlockQuote(div.content) or div.content
      end
      div.attributes["custom-style"] = style
      return div
    end
  end
end

-- pandoc writes «&amp;» in a text as it stands, and a reader of the Markdown would then see «&»
local function Str(str)
  if not str.text:find("&[%w#]+;") then return nil end
  local parts = pandoc.List()
  for before, mark in str.text:gmatch("([^&]*)(&?)") do
    if before ~= "" then parts:insert(pandoc.Str(before)) end
    if mark ~= "" then parts:insert(pandoc.RawInline("markdown", "&amp;")) end
  end
  return parts
end

-- Few documents have such a sign, and to look at every word takes time
local function Pandoc(document)
  if ampersands then return document:walk({ Str = Str }) end
end

return { Span = Span, Div = Div, Pandoc = format == "markdown" and Pandoc or nil }

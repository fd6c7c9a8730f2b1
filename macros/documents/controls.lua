-- What a template's own marks become in each format: fields, boxes to tick, guidance to delete.
-- pandoc runs this between reading the Markdown and writing the file.

local format = FORMAT:match("^%a+")
if format == "opendocument" then format = "odt" end

local number = 0 -- controls so far: gives each its own id
local seen = {} -- titles so far: a repeated one gets a number, since a screen reader announces it

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

local BINDING = '<w:dataBinding w:prefixMappings="xmlns:ns0=\'http://schemas.openxmlformats.org/officeDocument/2006/'
  .. 'extended-properties\'" w:xpath="/ns0:Properties[1]/ns0:Company[1]" '
  .. 'w:storeItemID="{6668398D-A668-4E3E-A5EB-62B293D839F1}"/>'

local function word_control(title, tag, kind, content)
  number = number + 1
  return pandoc.RawInline("openxml", string.format(
    '<w:sdt><w:sdtPr><w:alias w:val="%s"/><w:tag w:val="%s"/><w:id w:val="%d"/>%s</w:sdtPr>'
      .. "<w:sdtContent>%s</w:sdtContent></w:sdt>",
    xml(unique(title)), xml(tag), 1000 + number, kind, content))
end

-- A format without a way of its own gets plain signs, as OpenDocument does
local field = {}

-- An unfilled field stands in brackets everywhere, so that it is seen on paper too
function field.docx(text, title, tag)
  -- «verksemd» is bound to the document property Company: typed once, it stands everywhere
  local bound = tag == "verksemd" and BINDING or ""
  return word_control(title, tag .. "-" .. number + 1, "<w:showingPlcHdr/>" .. bound .. "<w:text/>",
    '<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t xml:space="preserve">' .. xml("[" .. text .. "]") .. "</w:t></w:r>")
end

function field.typst(text) return pandoc.RawInline("typst", "#felt[\\[" .. typst(text) .. "\\]]") end

-- Not OpenDocument's own placeholder fields: Writer leaves them out of print when they are not filled in
function field.odt(text) return pandoc.Str("[" .. text .. "]") end
field.markdown = field.odt

local checkbox = {}

function checkbox.docx(title, tag)
  return word_control(title, tag,
    '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
      .. '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>',
    '<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:hint="eastAsia"/></w:rPr>'
      .. "<w:t>☐</w:t></w:r>")
end

function checkbox.typst() return pandoc.RawInline("typst", "#boks ") end
function checkbox.odt() return pandoc.Str("☐") end
checkbox.markdown = checkbox.odt

local function plain(inlines) return pandoc.utils.stringify(inlines) end

local function Span(span)
  if span.classes:includes("field") then
    local text = plain(span.content)
    return (field[format] or field.odt)(text, span.attributes.title or text, span.attributes.tag or "felt")
  end
  if span.classes:includes("checkbox") then return (checkbox[format] or checkbox.odt)(span.attributes.title, span.attributes.tag) end
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
      elseif format == "markdown" then
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

if format == "markdown" then return { { Span = Span, Div = Div, Str = Str } } end
return { { Span = Span, Div = Div } }

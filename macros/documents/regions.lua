-- Marks where the regions of a document begin and end, as comments that the finished file has no
-- longer. Only for a file that is to be taken apart (see macros/builder/); other files get no marks.

local format = FORMAT:match("^%a+")
local RAW = { docx = "openxml", opendocument = "opendocument", odt = "opendocument", html = "html", markdown = "markdown" }

local marks = false

local function Meta(meta) marks = meta.told ~= nil and meta.told.marks == true end

-- A passage within a line, such as a sentence that goes when its number is 0
local function Span(span)
  if not marks or not span.classes:includes("some") then return nil end
  local content = span.content
  content:insert(1, pandoc.Space())
  content:insert(1, pandoc.RawInline(RAW[format], "<!--(" .. span.attributes.name .. "-->"))
  content:insert(pandoc.RawInline(RAW[format], "<!--)-->"))
  return content
end

local function Div(div)
  local name = div.classes:includes("rettleiing") and "rettleiing" or div.attributes.name
  if not marks or not (div.classes:includes("region") or div.classes:includes("rettleiing")) then return nil end
  local content = div.classes:includes("region") and div.content or pandoc.List({ div })
  content:insert(1, pandoc.RawBlock(RAW[format], "<!--[" .. name .. "-->"))
  content:insert(pandoc.RawBlock(RAW[format], "<!--]" .. name .. "-->"))
  return content
end

return { { Meta = Meta }, { Div = Div, Span = Span } }

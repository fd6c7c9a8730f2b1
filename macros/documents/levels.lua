-- The blocks a template is divided into: what the law demands, our advice, and what goes further.
-- Each becomes one region that can be taken away as a whole, except what the law demands.

local format = FORMAT:match("^%a+")
local page = FORMAT:find("phpextra") ~= nil or format == "html" -- for a page of the site, not for a file
local marks = TOLD.marks == true -- whether the file is to be taken apart

local levels = TOLD.levels or {} -- the words of each block, by its class
local count = {} -- blocks so far of each class

local XML = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;" }
local function xml(text) return (text:gsub('[&<>"]', XML)) end

-- The mark is guidance, so that it goes away with the rest of it
local function mark(words)
  return pandoc.Div({ pandoc.Para({ pandoc.Str(words.sign .. " " .. words.title) }) }, { class = "rettleiing" })
end

local region = {}

-- Word keeps a control that is locked; its text can still be changed
function region.docx(name, words, content)
  local title = string.format("%s %d, %s", words.title, count[name], words.keep)
  local lock = words.kind == "law" and '<w:lock w:val="sdtLocked"/>' or ""
  local opened = string.format(
    '<w:sdt><w:sdtPr><w:alias w:val="%s"/><w:tag w:val="niva:%s:%d"/><w:id w:val="%d"/>%s</w:sdtPr><w:sdtContent>',
    xml(title), name, count[name], 900000 + 1000 * #name + count[name], lock)
  content:insert(1, mark(words))
  content:insert(1, pandoc.RawBlock("openxml", opened))
  content:insert(pandoc.RawBlock("openxml", "</w:sdtContent></w:sdt>"))
  return content
end

function region.odt(name, words, content)
  local title = xml(string.format("%s %d", words.title, count[name]))
  content:insert(1, mark(words))
  -- What the law demands is not to be taken away, and needs no section. Writer keeps no heading on
  -- the page where a section begins
  if words.kind == "law" then return content end
  content:insert(1, pandoc.RawBlock("opendocument", '<text:section text:name="' .. title .. '">'))
  content:insert(pandoc.RawBlock("opendocument", "</text:section>"))
  return content
end

function region.typst(_, words, content)
  content:insert(1, pandoc.RawBlock("typst", string.format('#niva("%s", "%s %s")[', words.kind, words.sign, words.title)))
  content:insert(pandoc.RawBlock("typst", "]"))
  return content
end

function region.markdown(_, words, content)
  local shown = words.sign .. " " .. words.title
  if page then
    shown = pandoc.RawInline("html", string.format(
      '<span class="kind kind--%s"><span aria-hidden="true">%s</span> %s</span>', words.kind, words.sign, words.title))
  else
    shown = pandoc.Strong({ pandoc.Str(shown) })
  end
  local told = pandoc.Para({ shown })
  -- In a file that is taken apart, the mark goes away with the guidance
  content:insert(1, marks and pandoc.Div({ told }, pandoc.Attr("", { "region" }, { name = "rettleiing" })) or told)
  return content
end

local function Div(div)
  for name, words in pairs(levels) do
    if div.classes:includes(name) then
      count[name] = (count[name] or 0) + 1
      return (region[format] or region.markdown)(name, words, div.content)
    end
  end
end

if next(levels) == nil then return {} end
return { { Div = Div, traverse = "topdown" } }

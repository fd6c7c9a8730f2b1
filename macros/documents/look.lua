-- How a document looks where pandoc has no option for it. Runs after controls.lua.

local format = FORMAT:match("^%a+")

local STYLE = { kjelde = "Kjelde" }

local function Div(div)
  for class, style in pairs(STYLE) do
    if div.classes:includes(class) then
      if format == "typst" then
        return { pandoc.RawBlock("typst", "#" .. class .. "["), pandoc.Div(div.content), pandoc.RawBlock("typst", "]") }
      elseif format == "markdown" then
        return div.content
      end
      div.attributes["custom-style"] = style
      return div
    end
  end
end

return { { Div = Div } }

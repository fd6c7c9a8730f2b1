// Entry point: the small things every page needs that HTML alone cannot do.

import { offerCopies } from "./copy.js";
import { keepPlace, arrive } from "./language.js";
import { closeMenu } from "./menu.js";
import { loadSearch } from "./search.js";
import { unfold } from "./unfold.js";

loadSearch();
closeMenu();
keepPlace();
arrive();
unfold();
offerCopies();

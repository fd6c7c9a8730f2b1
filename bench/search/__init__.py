"""How well and how fast the search finds what purchasers look for, beside Material's own."""

// On paper nothing stays folded.
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details:not([open])")];
  for (const one of opened) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of opened) one.open = false;
});

// Where the theme's markup says to a screen reader what isn't so.
addEventListener("DOMContentLoaded", () => {
  for (const one of document.querySelectorAll("summary, .search-button-field")) {
    one.removeAttribute("aria-label"); // it has a text of its own
  }
  for (const head of document.querySelectorAll("th")) {
    if (!head.textContent.trim()) head.replaceWith(document.createElement("td"));
  }
  const contents = document.querySelector(".bd-sidebar-primary");
  contents?.setAttribute("role", "complementary");
  contents?.setAttribute("aria-label", "All lessons");
});

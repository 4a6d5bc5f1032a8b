// Menus are <details class="pop"> and work without this. Added here: Escape closes and gives the focus back, a click or
// the focus elsewhere closes, and only one menu is open at a time.
const menus = () => document.querySelectorAll("details.pop[open]");

document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of menus()) {
        const inside = menu.contains(document.activeElement);
        menu.open = false;
        if (inside) menu.querySelector("summary").focus();
    }
});

for (const type of ["click", "focusin"]) {
    document.addEventListener(type, (event) => {
        for (const menu of menus()) {
            if (!menu.contains(event.target)) menu.open = false;
        }
    });
}

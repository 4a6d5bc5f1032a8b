// A button with data-share="ADDRESS" data-title="TITLE" opens what the telephone has for passing on; where it has nothing for it,
// or without script, the button is not shown.
for (const button of document.querySelectorAll("[data-share]")) {
    if (!navigator.share) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
        // Closing the sheet again is no fault.
        navigator.share({ title: button.dataset.title, url: button.dataset.share }).catch(() => {});
    });
}

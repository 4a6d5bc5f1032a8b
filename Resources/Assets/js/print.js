// A button with data-print opens the browser's window for printing; without script it is not shown.
for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
}

// Paper cannot be unfolded.
addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("main details")) part.open = true;
});

// A form with data-once is sent once, however often the button is pressed. The button stays enabled until the form data
// are taken, so its name and value are sent too; coming back with the Back button makes the form usable again.
for (const form of document.querySelectorAll("form[data-once]")) {
    form.addEventListener("submit", (event) => {
        if (form.dataset.sent) {
            event.preventDefault();
            return;
        }
        if (event.submitter?.formMethod === "dialog") return;
        form.dataset.sent = "yes";
        event.submitter?.setAttribute("aria-busy", "true");
    });
}

addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
        delete form.dataset.sent;
        form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
    }
});

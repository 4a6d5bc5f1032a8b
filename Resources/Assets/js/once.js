// A form with data-once is sent once, however often the button is pressed. The button stays enabled until the form data
// are taken, so its name and value are sent too. The form is closed only while its own sending runs: a button that opens
// another tab leaves it open, and so do the Back button and a sending that was stopped.
const LONGEST = 15000;

const open = (form) => {
    delete form.dataset.sent;
    form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
};

for (const form of document.querySelectorAll("form[data-once]")) {
    form.addEventListener("submit", (event) => {
        const button = event.submitter;
        if (button?.formMethod === "dialog") return;
        if (!["", "_self"].includes(button?.formTarget || form.target)) return;
        if (form.dataset.sent) {
            event.preventDefault();
            return;
        }
        form.dataset.sent = "yes";
        // A page that answered a form with what was wrong has no address of its own: Back would lead to the browser's words about
        // sending again. So the entry becomes the page that the form stands on, which can be opened.
        if (document.querySelector(".error-summary")) history.replaceState(history.state, "", location.href);
        button?.setAttribute("aria-busy", "true");
        setTimeout(open, LONGEST, form);
    });
}

// A date that was typed in part, or that is none, a browser sends as if the field were empty: what stood there would go without a word.
// What nobody can read is sent instead, and the server says so at the field.
document.addEventListener("formdata", ({ target, formData }) => {
    for (const field of target.elements) if (field.validity?.badInput && field.name) formData.set(field.name, "?");
});

addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(open));

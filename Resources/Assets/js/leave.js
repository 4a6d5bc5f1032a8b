// A form with data-guard warns before the page is left with changes that were not saved. The browser gives the words.
// A page that came back with errors holds typed, unsaved text: data-guard="changed" counts as changed from the start.
const snapshot = (form) => JSON.stringify([...new FormData(form)].map(([name, value]) => [name, value.name ?? value]));

for (const form of document.querySelectorAll("form[data-guard]")) {
    let saved = form.dataset.guard === "changed" ? "" : snapshot(form);
    form.addEventListener("submit", (event) => {
        // What another tab shows is not kept.
        if (!["", "_self"].includes(event.submitter?.formTarget || form.target)) return;
        queueMicrotask(() => {
            if (!event.defaultPrevented) saved = snapshot(form);
        });
    });
    form.addEventListener("kept", () => { saved = snapshot(form); });
    addEventListener("beforeunload", (event) => {
        if (saved !== snapshot(form)) event.preventDefault();
    });
}

// A form with data-guard warns before the page is left with changes that were not saved. The browser gives the words.
// A page that came back with errors holds typed, unsaved text: data-guard="changed" counts as changed from the start.
// What is kept while typing (`keeping`, then `kept`) is the text as it stood then, without pictures and what was typed since.
const texts = (form) => JSON.stringify(
    [...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "versie"));
const pictures = (form) => JSON.stringify(
    [...new FormData(form)].filter(([, value]) => typeof value !== "string").map(([name, value]) => [name, value.name]));

for (const form of document.querySelectorAll("form[data-guard]")) {
    let text = form.dataset.guard === "changed" ? "" : texts(form);
    let picture = pictures(form);
    let underway = text;
    form.addEventListener("submit", (event) => {
        // What another tab shows is not kept.
        if (!["", "_self"].includes(event.submitter?.formTarget || form.target)) return;
        queueMicrotask(() => {
            if (event.defaultPrevented) return;
            text = texts(form);
            picture = pictures(form);
        });
    });
    form.addEventListener("keeping", () => { underway = texts(form); });
    form.addEventListener("kept", () => { text = underway; });
    addEventListener("beforeunload", (event) => {
        if (text !== texts(form) || picture !== pictures(form)) event.preventDefault();
    });
}

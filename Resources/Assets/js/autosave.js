// A form with data-autosave="ADDRESS" is kept there five seconds after the last change, and said so in [data-autosaved].
// The server knows the form by its hidden fields; a version that it answers replaces the one in the form. What is said is about
// what stands in the form: anything typed meanwhile is not kept yet and goes next. Where keeping fails, the page says so, tries
// again, and nothing is lost: the text is still in the form.
// Pictures go along with the button only.
const PAUSE = 5000;
const RETRY = 15000;

const typed = (form) => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
// The version is the server's word, not the writer's.
const words = (form) => {
    const fields = typed(form);
    fields.delete("versie");
    return fields.toString();
};

for (const form of document.querySelectorAll("form[data-autosave]")) {
    const place = form.querySelector("[data-autosaved]");
    let kept = words(form);
    let pause;
    let running = false;

    const later = (wait) => {
        clearTimeout(pause);
        pause = setTimeout(keep, wait);
    };

    const keep = async () => {
        const now = words(form);
        if (running || form.dataset.sent || now === kept) return;
        running = true;
        place.textContent = place.dataset.saving;
        form.dispatchEvent(new CustomEvent("keeping"));
        let next = RETRY;
        try {
            const answer = await fetch(form.dataset.autosave, {
                method: "POST", headers: { Accept: "application/json" }, body: typed(form),
            });
            if (!answer.ok || answer.redirected) throw new Error();
            const { version, time } = await answer.json();
            if (form.elements.versie) form.elements.versie.value = version;
            kept = now;
            next = PAUSE;
            form.dispatchEvent(new CustomEvent("kept"));
            place.classList.remove("warning");
            place.textContent = words(form) === kept ? place.dataset.autosaved.replace("{time}", time) : "";
        } catch {
            // It stays in sight: who types on above would not see it at the end of the form.
            place.classList.add("warning");
            place.textContent = place.dataset.unsaved;
        } finally {
            running = false;
            if (words(form) !== kept) later(next);
        }
    };

    form.addEventListener("input", () => later(PAUSE));
}

// A form with data-autosave="ADDRESS" is kept there five seconds after the last change, after twenty of steady typing, and at once when the
// page is left for another one or the telephone is put away; it is said so in [data-autosaved].
// The server knows the form by its hidden fields; a version that it answers replaces the one in the form. What is said is about
// what stands in the form: anything typed meanwhile is not kept yet and goes next. Where keeping fails, the page says so, tries
// again, and nothing is lost: the text is still in the form.
// A picture goes along once; from then on the form has its number.
const PAUSE = 5000;
const STEADY = 20000;
const RETRY = 15000;

const typed = (form) => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
const chosen = (form) => [...form.querySelectorAll("input[type=file]")].filter((input) => input.files.length);
// The version is the server's word, not the writer's.
const words = (form) => {
    const fields = typed(form);
    fields.delete("versie");
    for (const input of chosen(form)) fields.append(input.name, `${input.files[0].name} ${input.files[0].size}`);
    return fields.toString();
};

for (const form of document.querySelectorAll("form[data-autosave]")) {
    const place = form.querySelector("[data-autosaved]");
    let kept = words(form);
    let pause;
    let running = false;
    let since;

    const later = (wait) => {
        clearTimeout(pause);
        pause = setTimeout(keep, wait);
    };

    const keep = async () => {
        const now = words(form);
        if (running || form.dataset.sent || now === kept) return;
        since = undefined;
        running = true;
        place.textContent = place.dataset.saving;
        form.dispatchEvent(new CustomEvent("keeping"));
        let next = RETRY;
        const files = chosen(form).map((input) => [input, input.files[0]]);
        try {
            const answer = await fetch(form.dataset.autosave, {
                method: "POST", headers: { Accept: "application/json" }, body: files.length ? new FormData(form) : typed(form),
                keepalive: document.hidden && !files.length && now.length < 60000,
            });
            if (!answer.ok || answer.redirected) throw new Error();
            const { version, time, picture } = await answer.json();
            if (form.elements.versie) form.elements.versie.value = version;
            kept = now;
            for (const [input, file] of files) {
                if (input.files[0] !== file) continue;
                const isAsIs = words(form) === now;
                form.elements[`${input.name}-id`].value = picture;
                input.value = "";
                if (isAsIs) kept = words(form);
            }
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

    form.addEventListener("input", () => {
        since ??= Date.now();
        later(Math.max(0, Math.min(PAUSE, since + STEADY - Date.now())));
    });
    document.addEventListener("visibilitychange", () => { if (document.hidden) keep(); });
}

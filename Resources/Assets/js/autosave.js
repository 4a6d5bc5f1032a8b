// A form with data-autosave="ADDRESS" is kept there five seconds after the last change, and said so in [data-autosaved].
// The server knows the form by its hidden fields; a version that it answers replaces the one in the form. Where keeping
// fails, the page says so and nothing is lost: the text is still in the form.
// Pictures go along with the button only.
const typed = (form) => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string")).toString();

for (const form of document.querySelectorAll("form[data-autosave]")) {
    const place = form.querySelector("[data-autosaved]");
    let kept = typed(form);
    let pause;
    let running = false;

    const keep = async () => {
        const now = typed(form);
        if (running || form.dataset.sent || now === kept) return;
        running = true;
        try {
            const answer = await fetch(form.dataset.autosave, {
                method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams(now),
            });
            if (!answer.ok || answer.redirected) throw new Error();
            const { version, time } = await answer.json();
            if (form.elements.versie) form.elements.versie.value = version;
            kept = typed(form) === now ? now : kept;
            form.dispatchEvent(new CustomEvent("kept"));
            place.textContent = place.dataset.autosaved.replace("{time}", time);
        } catch {
            place.textContent = place.dataset.unsaved;
        } finally {
            running = false;
        }
    };

    form.addEventListener("input", () => {
        clearTimeout(pause);
        pause = setTimeout(keep, 5000);
    });
}

// <section data-coach="ADDRESS"> in a form: after a pause in typing the whole form is sent there, and the tips that come back take the
// place of those that stood here. What was open stays open. The score is spoken when it is another one; nothing is stored.
// An example with data-into="FIELD" gets a button that puts it at the end of that field, in the words of data-insert.
const PAUSE = 1500;
const place = document.querySelector("form [data-coach]");
const spoken = document.querySelector("[data-coach-said]");

if (place?.dataset.coach) {
    const form = place.closest("form");
    const score = () => place.querySelector("[data-coach-score]")?.textContent.trim() ?? "";
    const open = () => [...place.querySelectorAll("details[open] > summary")].map((one) => one.textContent);
    let asked, pause, late;
    // Since she typed last: then what lies below is what she looks at.
    let scrolled = false;

    const offer = () => {
        for (const example of place.querySelectorAll("q[data-into]")) {
            const field = form.elements[example.dataset.into];
            if (!field) continue;
            const button = document.createElement("button");
            button.type = "button";
            button.className = "btn small plain";
            button.textContent = place.dataset.insert;
            button.addEventListener("click", () => {
                const words = example.textContent;
                // Pressed twice is once.
                if (field.value.includes(words)) return;
                const fold = field.closest("details");
                // Far down in a fold: it is filled in there, and who writes stays where she is.
                if (fold) {
                    field.value = words;
                    field.dispatchEvent(new Event("input", { bubbles: true }));
                    button.replaceWith(` ${place.dataset.inserted.replace("{field}", field.labels[0].textContent.trim())}`);
                    return;
                }
                field.focus();
                field.setSelectionRange(field.value.length, field.value.length);
                const line = field.value.trim() ? `\n${words}` : words;
                // As if it was typed, so that Ctrl+Z takes it out; old, but nothing new does that.
                if (document.execCommand("insertText", false, line)) return;
                field.setRangeText(line);
                field.dispatchEvent(new Event("input", { bubbles: true }));
            });
            example.after(" ", button);
        }
    };

    const show = () => {
        const [before, opened, bottom] = [score(), open(), place.getBoundingClientRect().bottom];
        place.replaceChildren(...late.childNodes);
        late = undefined;
        offer();
        for (const one of place.querySelectorAll("details")) one.open = opened.includes(one.firstElementChild.textContent);
        if (score() !== before) spoken.textContent = score();
        // Who is further down already aims at something there: it stays under her finger.
        if (bottom < innerHeight / 2 || scrolled && bottom < innerHeight) scrollBy({ top: place.getBoundingClientRect().bottom - bottom, behavior: "instant" });
    };

    const ask = async () => {
        asked?.abort();
        asked = new AbortController();
        const fields = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
        try {
            const answer = await fetch(place.dataset.coach, { method: "POST", body: fields, signal: asked.signal });
            if (!answer.ok || answer.redirected) return;
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            const fresh = page.querySelector("[data-coach]");
            if (!fresh) return;
            // Who reads the tips with the keyboard is not thrown out of them: they come when she goes on.
            late = fresh;
            if (!place.contains(document.activeElement)) show();
        } catch {
            // Without a network the tips stay as they were.
        }
    };

    offer();
    place.addEventListener("focusout", (event) => {
        if (late && !place.contains(event.relatedTarget)) show();
    });
    addEventListener("scroll", () => { scrolled = true; }, { passive: true });
    form.addEventListener("input", () => {
        scrolled = false;
        clearTimeout(pause);
        pause = setTimeout(ask, PAUSE);
    });
}

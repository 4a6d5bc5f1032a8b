// <p class="counter" data-counter="ID" data-max="500" data-left="Nog {n} tekens" data-over="{n} te veel">: says how many characters
// are left in a field, or how many too many stand in it: what is pasted stays whole. Spoken only after a pause in typing, so that
// a screen reader is not interrupted at every key.
const language = document.documentElement.lang;
const segments = globalThis.Intl?.Segmenter ? new Intl.Segmenter(language, { granularity: "grapheme" }) : null;
// As people count: an emoji of a family is one. Long texts are counted the quick way, which differs for few.
const count = (text) => segments && text.length < 2000 ? [...segments.segment(text)].length : [...text].length;

for (const place of document.querySelectorAll("[data-counter]")) {
    const field = document.getElementById(place.dataset.counter);
    const most = Number(place.dataset.max);
    if (!field || !most) continue;
    const spoken = document.createElement("span");
    spoken.className = "visually-hidden";
    spoken.setAttribute("aria-live", "polite");
    place.after(spoken);
    let pause;

    const show = () => {
        const left = most - count(field.value);
        const words = left < 0 ? place.dataset.over : place.dataset.left;
        place.textContent = words.replace("{n}", Math.abs(left).toLocaleString(language));
        place.classList.toggle("near", left <= most / 10);
        place.classList.toggle("over", left < 0);
    };

    field.addEventListener("input", () => {
        show();
        clearTimeout(pause);
        pause = setTimeout(() => { spoken.textContent = place.textContent; }, 1200);
    });
    show();
}

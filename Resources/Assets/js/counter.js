// <p class="counter" data-counter="ID" data-left="Nog {n} tekens">: says how many characters are left in a field with
// maxlength. Spoken only after a pause in typing, so that a screen reader is not interrupted at every key.
for (const place of document.querySelectorAll("[data-counter]")) {
    const field = document.getElementById(place.dataset.counter);
    if (!field || field.maxLength < 0) continue;
    const spoken = document.createElement("span");
    spoken.className = "visually-hidden";
    spoken.setAttribute("aria-live", "polite");
    place.after(spoken);
    let pause;

    const show = () => {
        const left = Math.max(0, field.maxLength - field.value.length);
        place.textContent = place.dataset.left.replace("{n}", left.toLocaleString(document.documentElement.lang));
        place.classList.toggle("near", left <= field.maxLength / 10);
    };

    field.addEventListener("input", () => {
        show();
        clearTimeout(pause);
        pause = setTimeout(() => { spoken.textContent = place.textContent; }, 1200);
    });
    show();
}

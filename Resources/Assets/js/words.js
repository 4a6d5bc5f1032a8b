// Words that stand in the vacancies, offered while somebody types in the search box. The browser's own list: it works by
// keyboard and is spoken.
const box = document.querySelector("input[data-words]");
const list = document.getElementById(box.getAttribute("list"));
let asked, pause;

const offer = async () => {
    asked?.abort();
    asked = new AbortController();
    try {
        const answer = await fetch(box.dataset.words + "?" + new URLSearchParams({ q: box.value }), { signal: asked.signal });
        if (!answer.ok) return;
        list.replaceChildren(...(await answer.json()).map((words) => Object.assign(document.createElement("option"), { value: words })));
    } catch (error) {
        // Without offers the box is still a box.
        if (error.name !== "AbortError") list.replaceChildren();
    }
};

box.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(offer, 150);
});

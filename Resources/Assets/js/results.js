// The vacancy board without pressing the button: a changed filter or a pause in typing fetches the same address as the form
// would, and puts in place what differs. Forms stay, so focus stays; the number found is a live region and is spoken.
const filters = document.querySelector("form[data-filters]");
const search = document.querySelector("form.search");
const parts = () => document.querySelectorAll("[data-part]");
let asked, pause;

const address = () => {
    const pairs = new URLSearchParams(new FormData(filters));
    const words = new FormData(search).get("q")?.trim();
    words ? pairs.set("q", words) : pairs.delete("q");
    // As the server writes it: nothing empty, and no distance without a place.
    for (const [name, value] of [...pairs]) if (!value) pairs.delete(name);
    if (!pairs.has("plaats")) pairs.delete("afstand");
    return filters.action + (pairs.size ? "?" + pairs : "");
};

const refresh = async () => {
    asked?.abort();
    asked = new AbortController();
    const wanted = address();
    try {
        const answer = await fetch(wanted, { signal: asked.signal, headers: { Accept: "text/html" } });
        if (!answer.ok) return location.assign(wanted);
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const part of parts()) {
            const fresh = page.querySelector(`[data-part="${part.dataset.part}"]`);
            if (fresh && fresh.innerHTML !== part.innerHTML) part.innerHTML = fresh.innerHTML;
        }
        for (const box of filters.querySelectorAll("input[type=checkbox]")) {
            const fresh = page.querySelector(`form[data-filters] input[name="${box.name}"][value="${CSS.escape(box.value)}"]`);
            const [count, now] = [box, fresh].map((input) => input?.parentElement.querySelector(".tally"));
            if (!count || !now) continue;
            count.textContent = now.textContent;
            box.parentElement.classList.toggle("none", now.textContent === "0");
        }
        // The other form sends along what this one says: keep both true for who presses a button after all.
        for (const field of [...search.querySelectorAll("input[type=hidden]"), ...filters.querySelectorAll("input[type=hidden]")]) field.remove();
        for (const [form, name] of [[filters, "form[data-filters]"], [search, "form.search"]]) {
            form.append(...page.querySelectorAll(`${name} input[type=hidden]`));
        }
        history.replaceState(null, "", wanted);
        document.dispatchEvent(new CustomEvent("refreshed", { detail: wanted }));
    } catch (error) {
        if (error.name !== "AbortError") location.assign(wanted);
    }
};

const soon = (milliseconds) => {
    clearTimeout(pause);
    pause = setTimeout(refresh, milliseconds);
};

filters.addEventListener("change", () => soon(0));
search.elements.q.addEventListener("input", () => soon(350));

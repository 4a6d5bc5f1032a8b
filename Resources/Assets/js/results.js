// The vacancy board without pressing the button: a changed filter or a pause in typing fetches the same address as the form
// would, and puts in place what differs: the list, the counts, the title, the addresses around it. Forms stay, so focus stays. What
// was found is spoken once, after the last change. A tick is a step that Back undoes. The network may go and come again.
const filters = document.querySelector("form[data-filters]");
const search = document.querySelector("form.search");
const spoken = document.querySelector("[data-spoken]");
const summary = document.querySelector('[data-part="summary"]');
const RETRY = 3000;
const parts = () => document.querySelectorAll("[data-part]");
let asked, pause, speech;
// Whether something was ticked since the last answer, and whether that answer is still to come.
let isStep = false, isOwed = false;
let shown = location.pathname + location.search;

const address = () => {
    const pairs = new URLSearchParams(new FormData(filters));
    const words = new FormData(search).get("q")?.trim();
    words ? pairs.set("q", words) : pairs.delete("q");
    // As the server writes it: nothing empty, and no distance without a place.
    for (const [name, value] of [...pairs]) if (!value) pairs.delete(name);
    if (!pairs.has("plaats")) pairs.delete("afstand");
    return filters.action + (pairs.size ? "?" + pairs : "");
};

const speak = () => {
    clearTimeout(speech);
    speech = setTimeout(() => { spoken.textContent = summary.textContent; }, 1200);
};

// Feed, canonical address and the other language belong to the question too.
const AROUND = ["title", "link[rel=alternate]", "link[rel=canonical]", "a[hreflang]"];

const around = (page) => {
    for (const name of AROUND) {
        const [olds, news] = [document, page].map((one) => [...one.querySelectorAll(name)]);
        olds.forEach((old, place) => {
            const fresh = news[place];
            if (!fresh) return;
            if (fresh.hasAttribute("href")) old.setAttribute("href", fresh.getAttribute("href"));
            else old.textContent = fresh.textContent;
        });
    }
};

const refresh = async () => {
    asked?.abort();
    asked = new AbortController();
    const wanted = address();
    try {
        const answer = await fetch(wanted, { signal: asked.signal, headers: { Accept: "text/html" } });
        if (answer.status >= 500) throw new Error();
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
        around(page);
        if (new URL(wanted, location).href !== location.href) history[isStep ? "pushState" : "replaceState"](null, "", wanted);
        shown = location.pathname + location.search;
        isStep = isOwed = false;
        document.dispatchEvent(new CustomEvent("refreshed", { detail: wanted }));
        speak();
    } catch (error) {
        if (error.name === "AbortError") return;
        for (const place of document.querySelectorAll("[data-offline]")) place.textContent = place.dataset.offline;
        speak();
        isOwed = true;
        soon(RETRY);
    }
};

const soon = (milliseconds) => {
    clearTimeout(pause);
    pause = setTimeout(refresh, milliseconds);
};

filters.addEventListener("change", () => {
    isStep = true;
    soon(0);
});
search.elements.q.addEventListener("input", () => soon(350));
addEventListener("online", () => isOwed && soon(0));
// The page of that step, with its ticks as the server writes them. A link to a place in this page is a step too, and nothing changes.
addEventListener("popstate", () => location.pathname + location.search !== shown && location.reload());

// With large letters the filters begin below the screen, and a tap would seem to do nothing.
const panel = filters.closest("details");
panel.addEventListener("toggle", () => {
    if (panel.open && filters.getBoundingClientRect().top > innerHeight * 0.66) panel.scrollIntoView({ block: "start" });
});

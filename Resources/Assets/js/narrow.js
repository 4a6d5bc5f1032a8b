// <input data-narrow="ID">: of a long list of choices only those stay in sight that hold the letters, and those that are chosen.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

for (const field of document.querySelectorAll("[data-narrow]")) {
    const list = document.getElementById(field.dataset.narrow);
    field.hidden = false;
    // What is typed here is no filter of its own: nothing is sent, and the list is not asked anew.
    for (const type of ["change", "keydown"]) {
        field.addEventListener(type, (event) => {
            event.stopPropagation();
            if (event.key === "Enter") event.preventDefault();
        });
    }
    field.addEventListener("input", () => {
        const wanted = plain(field.value.trim());
        for (const option of list.querySelectorAll(".option")) {
            option.hidden = !plain(option.textContent).includes(wanted) && !option.querySelector("input").checked;
        }
    });
}

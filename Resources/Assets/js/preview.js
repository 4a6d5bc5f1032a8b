// <input type="file" data-preview>: shows the chosen picture at once, before anything is sent.
for (const input of document.querySelectorAll("input[type=file][data-preview]")) {
    input.addEventListener("change", () => {
        const [file] = input.files;
        if (!file?.type.startsWith("image/")) return;
        const frame = input.parentElement;
        const image = frame.querySelector("img") ?? frame.insertBefore(new Image(), frame.firstChild);
        if (image.src.startsWith("blob:")) URL.revokeObjectURL(image.src);
        image.src = URL.createObjectURL(file);
        image.alt = file.name;
    });
}

// <input type="file" data-preview data-largest="BYTES" data-too-large="WORDS">: makes a photograph of a telephone small before it is
// sent, and shows it at once. Where the browser cannot read it, it goes as it is; what is larger than may be sent is said at once,
// before a slow line has carried it.
const SIDE = 2560;
const SMALL = 1500000;

const smaller = async (file) => {
    const image = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, SIDE / Math.max(image.width, image.height));
    if (scale === 1 && file.size <= SMALL) return file;
    const canvas = new OffscreenCanvas(Math.round(image.width * scale), Math.round(image.height * scale));
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.85 });
    return blob.size < file.size ? new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" }) : file;
};

const show = (input, file) => {
    const frame = input.parentElement;
    const image = frame.querySelector("img") ?? frame.insertBefore(new Image(), frame.firstChild);
    if (image.src.startsWith("blob:")) URL.revokeObjectURL(image.src);
    image.src = URL.createObjectURL(file);
    image.alt = file.name;
};

const say = (input, words) => {
    const frame = input.parentElement;
    let place = frame.querySelector("[data-said]");
    if (!place) {
        place = document.createElement("p");
        place.dataset.said = "";
        place.className = "error";
        place.setAttribute("role", "alert");
        frame.append(place);
    }
    place.textContent = words;
};

for (const input of document.querySelectorAll("input[type=file][data-preview]")) {
    input.addEventListener("change", async () => {
        const [file] = input.files;
        say(input, "");
        if (!file) return;
        let sent = file;
        // A PNG may be a drawing with a clear ground: it stays one.
        if (file.type !== "image/png" && file.size > SMALL) sent = await smaller(file).catch(() => file);
        if (sent.size > Number(input.dataset.largest)) {
            input.value = "";
            say(input, input.dataset.tooLarge);
            return;
        }
        if (sent !== file) {
            const list = new DataTransfer();
            list.items.add(sent);
            input.files = list.files;
        }
        if (sent.type.startsWith("image/")) show(input, sent);
    });
}

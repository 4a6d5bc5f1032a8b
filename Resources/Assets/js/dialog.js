// A link with data-dialog="ID" leads to a page that asks the same question; where the dialog is on this page, it opens
// instead. Escape and the button with formmethod="dialog" close it; the browser gives the focus back to the link.
document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-dialog]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const dialog = document.getElementById(link.dataset.dialog);
    if (!(dialog instanceof HTMLDialogElement)) return;
    event.preventDefault();
    dialog.showModal();
});

// The map beside the list: signs in clusters on our own base map, or on the tiles that the centre chose. It asks for its points
// again when the list was refreshed in place.
const box = document.querySelector("#kaart");
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
box.replaceChildren();
const map = L.map(box, { minZoom: 7, maxZoom: 17, zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm });
map.attributionControl.setPrefix(false);
map.setView([52.1, 5.3], 7);

// Leaflet takes it for markup; it is plain words.
const credit = Object.assign(document.createElement("span"), { textContent: box.dataset.credit }).innerHTML;
if (box.dataset.tiles) {
    L.tileLayer(box.dataset.tiles, { attribution: credit, maxZoom: 17 }).addTo(map);
} else {
    fetch(box.dataset.base)
        .then((answer) => answer.json())
        .then((land) => L.geoJSON(land, { interactive: false, className: "land", attribution: credit }).addTo(map));
}

const sign = (text, size) => L.divIcon({ html: text, className: "sign", iconSize: [size, size] });
const signs = L.markerClusterGroup({
    showCoverageOnHover: false,
    animate: !calm,
    maxClusterRadius: 80,
    iconCreateFunction: (cluster) => sign(`<b aria-hidden="true">${cluster.getChildCount()}</b>`, 44),
}).addTo(map);
signs.on("animationend layeradd", () => requestAnimationFrame(name));

// What stands in a cluster, for who does not see it.
function name() {
    signs._featureGroup.eachLayer((layer) => {
        const element = layer.getElement?.();
        if (!element) return;
        const count = layer.getChildCount?.();
        if (count) element.setAttribute("aria-label", box.dataset.cluster.replace("{n}", count));
        element.setAttribute("role", "button");
    });
}

const names = L.layerGroup().addTo(map);

const words = (point) => {
    const text = document.createElement("div");
    const link = Object.assign(document.createElement("a"), { href: point.address, textContent: point.title });
    const by = Object.assign(document.createElement("p"), { textContent: `${point.by}, ${point.place}` });
    text.append(link, by);
    return text;
};

const show = async (address) => {
    const { towns, points } = await (await fetch(address)).json();
    signs.clearLayers();
    // Tiles have names of their own.
    names.clearLayers();
    if (!box.dataset.tiles) {
        for (const town of towns) names.addLayer(L.marker(town.at, { interactive: false, keyboard: false, icon: L.divIcon({ className: "town", html: Object.assign(document.createElement("span"), { textContent: town.name }), iconSize: null }) }));
    }
    // A single sign stands before a number that comes near: it is small, and would be half hidden.
    signs.addLayers(
        points.map((point) =>
            L.marker(point.at, { icon: sign("", 28), zIndexOffset: 1000, title: point.title, alt: point.title }).bindPopup(() => words(point)),
        ),
    );
    if (points.length) map.fitBounds(L.latLngBounds(points.map((point) => point.at)), { paddingTopLeft: [75, 40], paddingBottomRight: [40, 40], maxZoom: 14, animate: !calm });
    name();
    box.dataset.shown = points.length;
};

show(box.dataset.points);
document.addEventListener("refreshed", (event) => {
    const address = new URL(event.detail, location.href);
    address.pathname += "/kaart.json";
    show(address);
});

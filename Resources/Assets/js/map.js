// The map beside the list: signs in clusters on the maps that the centre chose, or on our own base. It asks for its points again when
// the list was refreshed in place, and offers to search what it shows once somebody moved it.
const box = document.querySelector("#kaart");
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const words = JSON.parse(box.dataset.words);
const layers = JSON.parse(box.dataset.layers);
box.replaceChildren();
const deepest = Math.max(17, ...layers.map((layer) => layer.zooms[1]));
const map = L.map(box, { minZoom: 7, maxZoom: deepest, zoomControl: false, scrollWheelZoom: false, zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm });
L.control.zoom({ zoomInTitle: words.zoomin, zoomOutTitle: words.zoomout }).addTo(map);
map.attributionControl.setPrefix(false);
map.setView([52.1, 5.3], 7);

// Leaflet empties pictures that go with one out of its own text, which our policy of pictures forbids: they go as they are.
L.TileLayer.include({
    _abortLoading() {
        for (const [key, { coords, el }] of Object.entries(this._tiles)) {
            if (coords.z === this._tileZoom || el.complete) continue;
            el.onload = el.onerror = null;
            el.remove();
            delete this._tiles[key];
            this.fire("tileabort", { tile: el, coords });
        }
    },
    _removeTile(key) {
        if (this._tiles[key]) L.GridLayer.prototype._removeTile.call(this, key);
    },
});

// Leaflet takes it for markup; it is plain words.
const plain = (text) => Object.assign(document.createElement("span"), { textContent: text }).innerHTML;
for (const layer of layers) {
    L.tileLayer(layer.address, { attribution: plain(layer.credit), bounds: layer.bounds, minNativeZoom: layer.zooms[0], maxNativeZoom: layer.zooms[1], maxZoom: deepest }).addTo(map);
}
if (!layers.length) {
    // Land, borders and lakes, and the rivers on them.
    for (const address of box.dataset.base.split(" ")) {
        fetch(address)
            .then((answer) => answer.json())
            .then(({ features }) => features.forEach((feature) => L.geoJSON(feature, {
                interactive: false, className: `land ${feature.properties.k}`, attribution: plain(box.dataset.credit),
            }).addTo(map)));
    }
}

const sign = (text, size) => L.divIcon({ html: text, className: "sign", iconSize: [size, size] });
const signs = L.markerClusterGroup({
    showCoverageOnHover: false,
    animate: !calm,
    maxClusterRadius: 80,
    zoomToBoundsOnClick: false,
    spiderfyOnMaxZoom: false,
    iconCreateFunction: (cluster) => sign(`<b aria-hidden="true">${cluster.getChildCount()}</b>`, 44),
}).addTo(map);
signs.on("animationend layeradd spiderfied unspiderfied", () => requestAnimationFrame(name));

// Several at one place fan out where they are; others are looked at from nearer. The keyboard goes on with what came out of it.
signs.on("clusterclick clusterkeypress", (event) => {
    if (event.type === "clusterkeypress" && event.originalEvent.key !== "Enter") return;
    const cluster = event.propagatedFrom ?? event.layer;
    const inside = cluster.getAllChildMarkers();
    const isOnePlace = inside.every((marker) => marker.getLatLng().equals(inside[0].getLatLng()));
    const isByKey = event.type === "clusterkeypress" || document.activeElement === cluster.getElement?.();
    if (isOnePlace || map.getZoom() >= deepest) cluster.spiderfy();
    else cluster.zoomToBounds({ padding: [40, 40] });
    if (isByKey) setTimeout(() => (signs.getVisibleParent(inside[0]) ?? inside[0]).getElement?.()?.focus(), calm ? 50 : 500);
});

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

// Maps have names of their own; on our base the smaller towns come with a nearer look, and where two names would stand on each other the
// first has the place. A letter is about seven dots wide.
const names = L.layerGroup().addTo(map);
let shownTowns = [];
const label = () => {
    names.clearLayers();
    const placed = [];
    for (const town of shownTowns) {
        if (town.zoom > map.getZoom()) continue;
        const { x, y } = map.project(town.at), half = 4 + town.name.length * 3.5;
        if (placed.some((other) => Math.abs(other.x - x) < half + other.half && Math.abs(other.y - y) < 20)) continue;
        placed.push({ x, y, half });
        const html = Object.assign(document.createElement("span"), { textContent: town.name });
        names.addLayer(L.marker(town.at, { interactive: false, keyboard: false, icon: L.divIcon({ className: "town", html, iconSize: null }) }));
    }
};
map.on("zoomend", label);

const popup = (point) => {
    const text = Object.assign(document.createElement("div"), { className: "popup" });
    if (point.picture) text.append(Object.assign(document.createElement("img"), { src: point.picture, alt: "", width: 208, height: 117 }));
    text.append(
        Object.assign(document.createElement("a"), { href: point.address, textContent: point.title }),
        Object.assign(document.createElement("p"), { textContent: point.by }),
        Object.assign(document.createElement("p"), { textContent: [point.place, point.away].filter(Boolean).join(" · ") }),
    );
    if (point.hours) text.append(Object.assign(document.createElement("p"), { textContent: point.hours }));
    return text;
};
// Leaflet shows a popup a moment after it opened; before, nothing in it takes the focus.
const enter = (link, tries = 10) => {
    link?.focus({ preventScroll: true });
    if (link && tries && document.activeElement !== link) setTimeout(() => enter(link, tries - 1), 50);
};

let opened;
const leave = (popup) => popup._source?.getElement?.()?.focus({ preventScroll: true });

// Who opens one by keyboard goes on in it; Escape and the button lead back to its sign.
map.on("popupopen", ({ popup }) => {
    const element = popup.getElement();
    // Leaflet knows no other name for it.
    const close = element.querySelector(".leaflet-popup-close-button");
    close?.setAttribute("aria-label", words.close);
    close?.addEventListener("click", () => leave(popup));
    opened = popup;
    if (document.activeElement?.matches(".sign")) enter(element.querySelector(".popup a"));
});
box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && opened?.isOpen()) {
        map.closePopup();
        leave(opened);
    }
    // What is a button for a screen reader does what buttons do.
    if (event.key === " " && event.target.matches("[role=button]")) {
        event.preventDefault();
        event.target.matches(".sign") ? event.target.dispatchEvent(new KeyboardEvent("keypress", { key: "Enter", keyCode: 13, bubbles: true })) : event.target.click();
    }
});
// The wheel moves the page until somebody works with the map.
map.once("click dragstart", () => map.scrollWheelZoom.enable());

// Once somebody moved the map by hand, what it shows can be searched.
const area = Object.assign(document.createElement("button"), { className: "btn small search-area", type: "button", textContent: words.area, hidden: true });
box.append(area);
L.DomEvent.disableClickPropagation(area);
let isOurs = true;
map.on("moveend", () => { if (!isOurs) area.hidden = false; });
for (const type of ["pointerdown", "wheel", "keydown"]) box.addEventListener(type, () => { isOurs = false; }, { capture: true, passive: true });
area.addEventListener("click", () => {
    const edges = map.getBounds();
    const address = new URL(location.href);
    address.searchParams.set("gebied", [edges.getSouth(), edges.getWest(), edges.getNorth(), edges.getEast()].map((edge) => edge.toFixed(4)).join());
    address.searchParams.delete("pagina");
    location.assign(address);
});

const searched = new URL(location.href).searchParams.get("gebied")?.split(",").map(Number).filter(Number.isFinite);

const show = async (address) => {
    const { towns, points } = await (await fetch(address)).json();
    signs.clearLayers();
    shownTowns = towns;
    label();
    // A single sign stands before a number that comes near: it is small, and would be half hidden.
    signs.addLayers(
        points.map((point) =>
            L.marker(point.at, { icon: sign("", 28), zIndexOffset: 1000, title: point.title, alt: point.title }).bindPopup(() => popup(point)),
        ),
    );
    isOurs = true;
    area.hidden = true;
    if (searched?.length === 4 && location.search.includes("gebied=")) map.fitBounds([searched.slice(0, 2), searched.slice(2)], { animate: false });
    else if (points.length) map.fitBounds(L.latLngBounds(points.map((point) => point.at)), { paddingTopLeft: [75, 40], paddingBottomRight: [40, 40], maxZoom: 14, animate: !calm });
    name();
    box.dataset.shown = points.length;
};

show(box.dataset.points);
document.addEventListener("refreshed", (event) => {
    const address = new URL(event.detail, location.href);
    address.pathname += "/kaart.json";
    show(address);
});

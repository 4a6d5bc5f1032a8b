"""How things look and are called: names as people read them, colours as they are painted, places on the screen."""

import colorsys
import re

QUOTES = "['\"’‘“”]"


def named(label):
    """A pattern for an accessible name: folded case, any kind of quotes, any number of spaces."""
    parts = [re.escape(part) for part in label.split()]
    return re.compile(r"^\s*" + re.sub(QUOTES, QUOTES, r"\s+".join(parts)) + r"\s*$", re.IGNORECASE)


def labelled(label):
    """A pattern for the text of a field's label, with or without the star of required fields."""
    return re.compile(named(label).pattern[:-1] + r"(\*\s*)?$", re.IGNORECASE)


# Waits until nothing moves any more. Inherited colours change one level at a time, so two still frames count;
# what turns for ever, such as the sign of a busy button, does not.
STILL = """async () => {
    const frame = () => new Promise(done => requestAnimationFrame(done));
    await frame();
    for (let round = 0, quiet = 0; round < 60 && quiet < 2; round += 1) {
        await frame();
        const moving = document.getAnimations().filter(motion => motion.effect.getTiming().iterations !== Infinity);
        quiet = moving.length ? 0 : quiet + 1;
    }
}"""


PAINTED = """element => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    for (let at = element; at; at = at.parentElement) {
        pen.clearRect(0, 0, 1, 1);
        pen.fillStyle = getComputedStyle(at).backgroundColor;
        pen.fillRect(0, 0, 1, 1);
        const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
        if (a > 200) return [r, g, b];
    }
    return [255, 255, 255];
}"""


def painted(locator):
    """The background that is seen behind an element, as red, green, blue of 0 to 255."""
    return tuple(locator.evaluate(PAINTED))


def hue(colour):
    turn, _, saturation = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    assert saturation > 0.15, f"{colour} is grey"
    return turn * 360


def is_blue(colour):
    return 195 <= hue(colour) <= 260


def is_green(colour):
    return 85 <= hue(colour) <= 175


def is_black(colour):
    return max(colour) < 60


def hex_colour(text):
    return tuple(int(text[place : place + 2], 16) for place in (1, 3, 5))

package org.posescope.draw.avatar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import org.posescope.draw.mesh.Texture;

/**
 * The base colours and pictures of all materials of an avatar in one texture, each in a square of its own, so that the whole avatar is one mesh.
 * What a material makes translucent is drawn where it covers half or more, else left out.
 */
final class TextureAtlas {
    private static final int SIZE = 2048;
    private static final int LARGEST_TILE = 1024;
    private static final double HALF = 0.5;

    private final Glb file;
    private final int columns;
    private final int tile;
    private final int[] pixels = new int[SIZE * SIZE];

    private TextureAtlas(Glb file, int materials) {
        this.file = file;
        int across = (int) Math.ceil(Math.sqrt(materials));
        tile = Math.min(LARGEST_TILE, SIZE / Integer.highestOneBit(2 * across - 1));
        columns = SIZE / tile;
    }

    /** Of all materials of a file and of a plain one after them, for what has none. */
    static TextureAtlas of(Glb file) {
        JsonNode materials = file.root().path("materials");
        TextureAtlas atlas = new TextureAtlas(file, materials.size() + 1);
        List<JsonNode> all = new ArrayList<>();
        materials.forEach(all::add);
        for (int i = 0; i < all.size(); i++) {
            atlas.paint(i, all.get(i));
        }
        atlas.fill(all.size(), BaseColor.PLAIN);
        return atlas;
    }

    Texture texture() {
        return new Texture(SIZE, pixels);
    }

    private void paint(int place, JsonNode described) {
        BaseColor material = BaseColor.of(described);
        JsonNode texture = described.path("pbrMetallicRoughness").path("baseColorTexture");
        if (!texture.has("index")) {
            fill(place, material);
            return;
        }
        int image = file.at("textures", texture.get("index").asInt()).path("source").asInt(-1);
        GlbPicture picture = GlbPicture.read(file, image, tile);
        int[] tinted = picture.pixels();
        for (int i = 0; i < tinted.length; i++) {
            tinted[i] = material.tint(tinted[i]);
        }
        for (int row = 0; row < tile; row++) {
            System.arraycopy(tinted, row * tile, pixels, corner(place) + row * SIZE, tile);
        }
    }

    private void fill(int place, BaseColor material) {
        int color = material.tint(-1);
        for (int row = 0; row < tile; row++) {
            int from = corner(place) + row * SIZE;
            Arrays.fill(pixels, from, from + tile, color);
        }
    }

    private int corner(int place) {
        return place / columns * tile * SIZE + place % columns * tile;
    }

    /** Where on the atlas a place of a material's picture lies; what repeats outside of 0..1 is brought back into it. */
    float u(int material, double u) {
        return (float) ((material % columns + inside(u)) * tile / SIZE);
    }

    /** Likewise, from the top. */
    float v(int material, double v) {
        return (float) ((Math.floorDiv(material, columns) + inside(v)) * tile / SIZE);
    }

    /** Half a texel from the border, so that no neighbour is seen. */
    private double inside(double place) {
        double part = place >= 0 && place <= 1 ? place : place - Math.floor(place);
        double border = HALF / tile;
        return Math.clamp(part, border, 1 - border);
    }
}

package org.posescope;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.testkit.Shared;
import org.posescope.testkit.TestModels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Pictures in which programs see people who are not there, or miss those who are, with nothing chosen. */
class FindingPeopleTest {
    private static final int COLUMNS = 8;
    private static final int ROWS = 5;
    private static final int TILE = 150;
    private static final int TALL_TILE = 225;

    @TempDir
    private Path folder;
    private String told = "";

    private Map<String, List<Double>> scores(String... options) throws IOException {
        TestModels.file("nanodet");
        Path json = folder.resolve("motion.jsonl");
        Object[] arguments = Stream.concat(Stream.of("-i", folder, "--no-body", "--json", json), Stream.of(options))
                .toArray();
        Program.Ended ended = Program.run(arguments);
        told = ended.err();
        assertThat(ended.status()).as(ended.err()).isZero();
        Map<String, List<Double>> found = new HashMap<>();
        for (String line : Files.readAllLines(json)) {
            JsonNode picture = new ObjectMapper().readTree(line);
            if (picture.has("file")) {
                found.put(picture.get("file").asText(), StreamSupport.stream(picture.get("people").spliterator(), false)
                        .map(person -> person.get("score").asDouble()).toList());
            }
        }
        return found;
    }

    private void shared(String name) throws IOException {
        Files.copy(Shared.file("data/wild/pictures/" + name), folder.resolve(name));
    }

    private void write(String name, BufferedImage picture) throws IOException {
        ImageIO.write(picture, "png", folder.resolve(name).toFile());
    }

    private static BufferedImage grey(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return picture;
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage picture = grey(width, height);
        Random random = new Random(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        return picture;
    }

    /** A picture of one woman, so often beside and below each other. */
    private static BufferedImage tiles(int columns, int rows, int tileWidth, int tileHeight, int width, int height)
            throws IOException {
        BufferedImage woman = ImageIO.read(Shared.file("data/wild/pictures/epi01.jpg").toFile());
        BufferedImage picture = grey(width, height);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (int tile = 0; tile < columns * rows; tile++) {
            graphics.drawImage(woman, tile % columns * tileWidth, tile / columns * tileHeight, tileWidth, tileHeight,
                    null);
        }
        graphics.dispose();
        return picture;
    }

    @Test
    void nobody_is_seen_where_nobody_is() throws IOException {
        write("grey.png", grey(640, 480));
        write("noise.png", noise(640, 480));
        write("tiny.png", noise(8, 8));
        shared("tfjs05.jpg");
        shared("jw04.jpg");
        shared("dark04.jpg");

        assertThat(scores()).hasSize(6).allSatisfy((_, people) -> assertThat(people).isEmpty());
    }

    @Test
    void what_only_looks_like_a_body_is_none() throws IOException {
        shared("pad08.jpg");
        shared("hybrik05.jpg");
        shared("mp01.png");
        shared("epi01.jpg");

        Map<String, List<Double>> found = scores("--background");

        assertThat(found.get("pad08.jpg")).as("a spine").isEmpty();
        assertThat(found.get("hybrik05.jpg")).as("a jumper, and a tower of loudspeakers").hasSize(1);
        assertThat(found.get("mp01.png")).as("a face that fills the picture").hasSize(1);
        assertThat(found.get("epi01.jpg")).singleElement().satisfies(woman -> assertThat(woman).isGreaterThan(0.95));
    }

    @Test
    void most_of_forty_people_are_found_and_a_man_before_a_mirror_is_one() throws IOException {
        write("forty.png", tiles(COLUMNS, ROWS, TILE, TALL_TILE, COLUMNS * TILE, ROWS * TALL_TILE));
        shared("opose12.jpg");

        Map<String, List<Double>> found = scores();

        assertThat(found.get("forty.png")).hasSizeBetween(25, 32);
        assertThat(found.get("opose12.jpg")).hasSize(1);
    }

    @Test
    void people_far_behind_are_left_out_of_a_picture_unless_they_are_asked_for_or_nobody_is_in_front()
            throws IOException {
        shared("pad06.jpg");
        shared("opose07.jpg");

        Map<String, List<Double>> found = scores();

        assertThat(found.get("pad06.jpg")).hasSize(2);
        assertThat(found.get("opose07.jpg")).hasSizeGreaterThan(5);
        assertThat(told).contains("4 people far behind the others");
        assertThat(scores("--background").get("pad06.jpg")).hasSize(6);
        assertThat(told).doesNotContain("far behind");
    }

    @Test
    void somebody_of_twelve_pixels_is_at_most_one() throws IOException {
        write("far.png", tiles(1, 1, 8, 12, 640, 480));

        assertThat(scores().get("far.png")).hasSizeLessThanOrEqualTo(1);
    }
}

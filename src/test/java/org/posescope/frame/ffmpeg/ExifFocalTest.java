package org.posescope.frame.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.posescope.frame.Frame;
import org.posescope.frame.FramePool;

class ExifFocalTest {
    private static final int WIDTH = 60;
    private static final int HEIGHT = 80;
    private static final int FOCAL_LENGTH_35MM = 0xA405;

    @TempDir
    private Path folder;

    /** A field of the picture's own directory; a rational has two numbers, a short one. */
    private record Field(int tag, int type, int first, int second) {}

    /** A TIFF block with a pointer to such fields, and the rationals behind them. */
    private static byte[] tiff(ByteOrder order, Field... fields) {
        int directory = 8 + 2 + 12 + 4;
        int values = directory + 2 + 12 * fields.length + 4;
        ByteBuffer block = ByteBuffer.allocate(values + 8 * fields.length).order(order);
        block.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
        block.putShort((short) 42).putInt(8);
        block.putShort((short) 1).putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(directory).putInt(0);
        block.putShort((short) fields.length);
        for (int i = 0; i < fields.length; i++) {
            block.putShort((short) fields[i].tag).putShort((short) fields[i].type).putInt(1);
            if (fields[i].type == 5) {
                block.putInt(values + 8 * i);
                block.putInt(values + 8 * i, fields[i].first).putInt(values + 8 * i + 4, fields[i].second);
            } else {
                block.putShort((short) fields[i].first).putShort((short) 0);
            }
        }
        return block.array();
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static byte[] inserted(byte[] file, int at, byte[] part) {
        return ByteBuffer.allocate(file.length + part.length).put(file, 0, at).put(part)
                .put(file, at, file.length - at).array();
    }

    private static byte[] jpeg(byte[] tiff) throws IOException {
        byte[] name = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer segment = ByteBuffer.allocate(4 + name.length + tiff.length).putShort((short) 0xFFE1)
                .putShort((short) (2 + name.length + tiff.length)).put(name).put(tiff);
        return inserted(picture("jpg"), 2, segment.array());
    }

    private static byte[] png(byte[] tiff) throws IOException {
        byte[] name = "eXIf".getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(tiff);
        ByteBuffer chunk = ByteBuffer.allocate(12 + tiff.length).putInt(tiff.length).put(name).put(tiff)
                .putInt((int) crc.getValue());
        return inserted(picture("png"), 8 + 25, chunk.array());
    }

    private double focal(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        try (FramePool pool = new FramePool();
                ImageSource source = ImageSource.ofFile(file, pool);
                Frame frame = source.next()) {
            return frame.file().orElseThrow().focal();
        }
    }

    @Test
    void the_equivalent_of_a_film_is_told_by_its_diagonal() throws IOException {
        Field field = new Field(FOCAL_LENGTH_35MM, 3, 28, 0);
        double expected = 28 * 100 / Math.hypot(36, 24);
        assertThat(focal("little.jpg", jpeg(tiff(ByteOrder.LITTLE_ENDIAN, field)))).isCloseTo(expected, within(1e-9));
        assertThat(focal("big.jpg", jpeg(tiff(ByteOrder.BIG_ENDIAN, field)))).isCloseTo(expected, within(1e-9));
        assertThat(focal("chunk.png", png(tiff(ByteOrder.BIG_ENDIAN, field)))).isCloseTo(expected, within(1e-9));
    }

    @Test
    void millimetres_need_the_resolution_of_the_sensor_and_hold_for_smaller_copies() throws IOException {
        Field focal = new Field(0x920A, 5, 50, 10);
        Field resolution = new Field(0xA20E, 5, 4000, 1);
        Field unit = new Field(0xA210, 3, 3, 0);
        Field width = new Field(0xA002, 3, 120, 0);
        Field height = new Field(0xA003, 3, 160, 0);
        assertThat(focal("whole.jpg", jpeg(tiff(ByteOrder.BIG_ENDIAN, focal, resolution, unit))))
                .isCloseTo(5 * 400, within(1e-9));
        assertThat(focal("half.jpg", jpeg(tiff(ByteOrder.BIG_ENDIAN, focal, resolution, unit, width, height))))
                .isCloseTo(5 * 200, within(1e-9));
        assertThat(focal("alone.jpg", jpeg(tiff(ByteOrder.BIG_ENDIAN, focal)))).isZero();
    }

    @Test
    void nothing_and_damaged_data_say_nothing() throws IOException {
        byte[] cut = tiff(ByteOrder.LITTLE_ENDIAN, new Field(FOCAL_LENGTH_35MM, 3, 28, 0));
        cut[8 + 2 + 8] = (byte) 0x70;
        cut[8 + 2 + 9] = (byte) 0x70;
        assertThat(focal("plain.jpg", picture("jpg"))).isZero();
        assertThat(focal("unknown.jpg", jpeg(tiff(ByteOrder.LITTLE_ENDIAN, new Field(FOCAL_LENGTH_35MM, 3, 0, 0)))))
                .isZero();
        assertThat(focal("damaged.jpg", jpeg(cut))).isZero();
    }
}

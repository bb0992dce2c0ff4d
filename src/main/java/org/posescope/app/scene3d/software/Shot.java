package org.posescope.app.scene3d.software;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import org.posescope.draw.raster.Canvas;

/** A picture that is drawn by one thread and shown by another, by turns. */
final class Shot {
    private final int width;
    private final int height;
    private final Canvas canvas;
    private final PixelBuffer<ByteBuffer> pixels;
    private final WritableImage image;

    Shot(int width, int height) {
        this.width = width;
        this.height = height;
        ByteBuffer memory = ByteBuffer.allocateDirect(4 * Math.multiplyExact(width, height))
                .order(ByteOrder.nativeOrder());
        canvas = new Canvas(MemorySegment.ofBuffer(memory), width, height);
        pixels = new PixelBuffer<>(width, height, memory, PixelFormat.getByteBgraPreInstance());
        image = new WritableImage(pixels);
    }

    boolean isOf(int wantedWidth, int wantedHeight) {
        return width == wantedWidth && height == wantedHeight;
    }

    Canvas canvas() {
        return canvas;
    }

    /** Shows what was drawn. FX thread. */
    void show(ImageView view) {
        pixels.updateBuffer(all -> null);
        view.setImage(image);
    }
}

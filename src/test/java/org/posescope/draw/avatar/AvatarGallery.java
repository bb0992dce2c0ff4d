package org.posescope.draw.avatar;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import javax.imageio.ImageIO;

import org.posescope.body.BodyModel;
import org.posescope.body.DefaultBody;
import org.posescope.body.Expression;
import org.posescope.draw.avatar.AvatarFile.Hair;
import org.posescope.draw.avatar.AvatarFile.Naming;
import org.posescope.draw.mesh.Lights;
import org.posescope.draw.mesh.MeshRenderer;
import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.draw.mesh.RigidTransform;
import org.posescope.draw.raster.Canvas;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.FingersAndFace;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Rotations;
import org.posescope.pose.SmplFamily;
import org.posescope.pose.Vector3;

/**
 * Draws an avatar with a braid from four sides: still, while it walks to its left, and with its mouth open and an eye shut. A program for
 * whoever changes avatars, to look at it: the picture to write is its argument, a .vrm file may follow.
 */
final class AvatarGallery {
    private static final int CELL = 300;
    private static final int BACKGROUND = 0xFF2A2E34;
    private static final BodyModel BODY = DefaultBody.readWhole();

    private final MeshRenderer renderer = new MeshRenderer(CELL, CELL);
    private final List<BufferedImage> cells = new ArrayList<>();
    private final AvatarPoser poser;

    private AvatarGallery(Path file) {
        poser = new AvatarPoser(AvatarReader.read(file), BODY);
    }

    /** @param args the picture, and an avatar where that is not to be the one of the tests */
    public static void main(String[] args) throws IOException {
        Path file = args.length > 1
                ? Path.of(args[1])
                : new AvatarFile(Naming.VRM1, 40, 1).with(new Hair(0.3, 1, 0.3, 0.1, false)).withFace()
                        .write(Files.createTempFile("gallery", ".vrm"));
        AvatarGallery gallery = new AvatarGallery(file);
        if (args.length == 1) {
            Files.delete(file);
        }
        gallery.draw(0, body(0, 0, 0));
        for (int frame = 1; frame < 20; frame++) {
            gallery.poser.pose(body(0.04f * frame, 0, 0), frame * 33_333L);
        }
        gallery.draw(20 * 33_333L, body(0.8f, 0, 0));
        gallery.draw(60_000_000, body(0, 30, 1));
        gallery.write(Path.of(args[0]));
    }

    private static BodyParameters body(float x, double jawDegrees, float blink) {
        List<Quaternion> turns = new ArrayList<>(Collections.nCopies(BodyParameters.JOINTS, Quaternion.IDENTITY));
        turns.set(0, new Quaternion(0, 1, 0, 0));
        turns.set(16, Rotations.quaternionOfAxisAngle(0, 0, -1.1));
        turns.set(17, Rotations.quaternionOfAxisAngle(0, 0, 1.1));
        List<Float> face = new ArrayList<>(Collections.nCopies(FingersAndFace.EXPRESSIONS, 0f));
        face.set(Expression.BLINK_LEFT.component(), blink);
        List<Quaternion> hand = Collections.nCopies(SmplFamily.HAND_JOINTS, Quaternion.IDENTITY);
        return new BodyParameters(turns, Collections.nCopies(BodyParameters.BETAS, 0f), new Vector3(x, 0, 0))
                .withFingersAndFace(new FingersAndFace(hand, hand,
                        Rotations.quaternionOfAxisAngle(Math.toRadians(jawDegrees), 0, 0), face));
    }

    private void draw(long ptsMicros, BodyParameters body) {
        poser.pose(body, ptsMicros);
        for (int side = 0; side < 4; side++) {
            look(body.translation().x(), Math.PI / 2 * side + 0.3);
        }
    }

    /** The front of somebody who stands before a camera is at -z. */
    private void look(float x, double yaw) {
        Vector3 ahead = vector(Math.sin(yaw), 0.15, Math.cos(yaw));
        Vector3 right = vector(Math.cos(yaw), 0, -Math.sin(yaw));
        Vector3 down = vector(-0.15 * Math.sin(yaw), 1, -0.15 * Math.cos(yaw));
        Vector3 eye = vector(x - 3.2 * Math.sin(yaw), -0.3 - 0.48, -3.2 * Math.cos(yaw));
        renderer.begin(PinholeCamera.ofFieldOfView(Math.toRadians(40), CELL, CELL),
                RigidTransform.lookingFrom(eye, right, unit(down), unit(ahead)), Lights.OF_CAMERA);
        renderer.add(poser.mesh());
        BufferedImage cell = new BufferedImage(CELL, CELL, BufferedImage.TYPE_INT_RGB);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = arena.allocate(4L * CELL * CELL, 4);
            for (long k = 0; k < (long) CELL * CELL; k++) {
                pixels.setAtIndex(ValueLayout.JAVA_INT, k, BACKGROUND);
            }
            Canvas canvas = new Canvas(pixels, CELL, CELL);
            renderer.flush(canvas, 1);
            for (int y = 0; y < CELL; y++) {
                for (int column = 0; column < CELL; column++) {
                    cell.setRGB(column, y, canvas.pixel(column, y));
                }
            }
        }
        cells.add(cell);
    }

    private static Vector3 unit(Vector3 v) {
        double length = Math.sqrt((double) v.x() * v.x() + (double) v.y() * v.y() + (double) v.z() * v.z());
        return vector(v.x() / length, v.y() / length, v.z() / length);
    }

    private static Vector3 vector(double x, double y, double z) {
        return new Vector3((float) x, (float) y, (float) z);
    }

    private void write(Path file) throws IOException {
        BufferedImage all = new BufferedImage(4 * CELL, Math.floorDiv(cells.size(), 4) * CELL,
                BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < cells.size(); i++) {
            all.getGraphics().drawImage(cells.get(i), i % 4 * CELL, Math.floorDiv(i, 4) * CELL, null);
        }
        ImageIO.write(all, "png", file.toFile());
    }
}

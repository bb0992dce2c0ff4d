package org.posescope.body.hand;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import javax.imageio.ImageIO;

import org.posescope.body.BodyModel;
import org.posescope.body.BodyModelReader;
import org.posescope.body.BodyPoser;
import org.posescope.body.Expression;
import org.posescope.draw.mesh.Lights;
import org.posescope.draw.mesh.Mesh;
import org.posescope.draw.mesh.MeshRenderer;
import org.posescope.draw.mesh.PinholeCamera;
import org.posescope.draw.mesh.RigidTransform;
import org.posescope.draw.raster.Canvas;
import org.posescope.pose.BodyParameters;
import org.posescope.pose.FingersAndFace;
import org.posescope.pose.Quaternion;
import org.posescope.pose.Rotations;
import org.posescope.pose.Vector3;

/**
 * Draws the hands of the free body in five shapes from four sides, and its face in eight expressions, with the program's own
 * renderer. A program for whoever changes the body, to look at it; run its main method in the project folder.
 */
final class WholeBodyGallery {
    private static final int CELL = 300;
    private static final int COLUMNS = 4;
    private static final int SKIN = 0xD8B49C;
    private static final int BACKGROUND = 0xFF2A2E34;
    private static final double NARROW = Math.toRadians(20);
    private static final Quaternion REST = new Quaternion(1, 0, 0, 0);

    private final BodyModel model;
    private final BodyPoser poser;
    private final HandFigure figure;
    private final MeshRenderer renderer = new MeshRenderer(CELL, CELL);
    private final List<BufferedImage> cells = new ArrayList<>();

    private WholeBodyGallery(Path file) {
        model = BodyModelReader.read(file);
        poser = new BodyPoser(model);
        figure = HandFigure.of(model, true);
    }

    /** @param args the body file and the picture to write; the shipped body and its picture without */
    public static void main(String[] args) throws IOException {
        WholeBodyGallery gallery = new WholeBodyGallery(
                Path.of(args.length > 0 ? args[0] : "models/body/posescope-whole-body.npz"));
        gallery.drawHands();
        gallery.drawFaces();
        gallery.write(Path.of(args.length > 1 ? args[1] : "assets/whole-body.png"));
    }

    private void drawHands() {
        int wrist = model.skeleton().index("left_wrist");
        for (HandShape shape : HandShape.values()) {
            List<Quaternion> hand = shape.pose().rotations(figure);
            pose(new FingersAndFace(hand, Collections.nCopies(15, REST), REST, Collections.nCopies(10, 0f)));
            float[] joints = poser.joints();
            Vector3 middle = new Vector3(joints[3 * wrist] + 0.075f, joints[3 * wrist + 1] - 0.01f,
                    joints[3 * wrist + 2] + 0.01f);
            look(middle, 0, 80, 0.75);
            look(middle, 0, -80, 0.75);
            look(middle, 15, 15, 0.75);
            look(middle, 120, 10, 0.75);
        }
    }

    private void drawFaces() {
        drawFace(0);
        drawFace(24);
        drawFace(0, Expression.BLINK_LEFT, Expression.BLINK_RIGHT);
        drawFace(0, Expression.SMILE);
        drawFace(10, Expression.SMILE, Expression.BROWS_UP);
        drawFace(0, Expression.PUCKER);
        drawFace(0, Expression.FROWN, Expression.BROWS_DOWN);
        drawFace(6, Expression.LIPS_APART, Expression.BLINK_LEFT);
    }

    private void drawFace(double jawDegrees, Expression... expressions) {
        List<Float> components = new ArrayList<>(Collections.nCopies(FingersAndFace.EXPRESSIONS, 0f));
        for (Expression expression : expressions) {
            components.set(expression.component(), 1f);
        }
        List<Quaternion> flat = Collections.nCopies(15, REST);
        pose(new FingersAndFace(flat, flat, Rotations.quaternionOfAxisAngle(Math.toRadians(jawDegrees), 0, 0),
                components));
        int head = 3 * model.skeleton().index("head");
        look(new Vector3(poser.joints()[head], poser.joints()[head + 1] + 0.02f, poser.joints()[head + 2]), 25, 5,
                0.95);
    }

    private void pose(FingersAndFace fine) {
        poser.pose(new BodyParameters(Collections.nCopies(BodyParameters.JOINTS, REST),
                Collections.nCopies(BodyParameters.BETAS, 0f), new Vector3(0, 0, 0)).withFingersAndFace(fine));
    }

    /** From a direction: 0, 0 is in front of the body; yaw goes to its left, pitch upwards. */
    private void look(Vector3 at, double yawDegrees, double pitchDegrees, double distance) {
        double yaw = Math.toRadians(yawDegrees);
        double pitch = Math.toRadians(pitchDegrees);
        Vector3 right = vector(Math.cos(yaw), 0, -Math.sin(yaw));
        Vector3 back = vector(Math.sin(yaw) * Math.cos(pitch), Math.sin(pitch), Math.cos(yaw) * Math.cos(pitch));
        Vector3 down = vector(Math.sin(yaw) * Math.sin(pitch), -Math.cos(pitch), Math.cos(yaw) * Math.sin(pitch));
        Vector3 eye = vector(at.x() + distance * back.x(), at.y() + distance * back.y(), at.z() + distance * back.z());
        renderer.begin(PinholeCamera.ofFieldOfView(NARROW, CELL, CELL),
                RigidTransform.lookingFrom(eye, right, down, vector(-back.x(), -back.y(), -back.z())),
                Lights.OF_CAMERA);
        renderer.add(Mesh.uniform(poser.vertices(), poser.computeNormals(), model.faces(), SKIN).withGloss(0.4));
        BufferedImage cell = new BufferedImage(CELL, CELL, BufferedImage.TYPE_INT_RGB);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment pixels = arena.allocate(4L * CELL * CELL, 4);
            for (long k = 0; k < (long) CELL * CELL; k++) {
                pixels.setAtIndex(ValueLayout.JAVA_INT, k, BACKGROUND);
            }
            Canvas canvas = new Canvas(pixels, CELL, CELL);
            renderer.flush(canvas, 1);
            for (int y = 0; y < CELL; y++) {
                for (int x = 0; x < CELL; x++) {
                    cell.setRGB(x, y, canvas.pixel(x, y));
                }
            }
        }
        cells.add(cell);
    }

    private static Vector3 vector(double x, double y, double z) {
        return new Vector3((float) x, (float) y, (float) z);
    }

    private void write(Path file) throws IOException {
        int rows = (cells.size() + COLUMNS - 1) / COLUMNS;
        BufferedImage sheet = new BufferedImage(COLUMNS * CELL, rows * CELL, BufferedImage.TYPE_INT_RGB);
        for (int k = 0; k < cells.size(); k++) {
            sheet.getRaster().setRect(k % COLUMNS * CELL, k / COLUMNS * CELL, cells.get(k).getRaster());
        }
        ImageIO.write(sheet, "png", file.toFile());
    }
}

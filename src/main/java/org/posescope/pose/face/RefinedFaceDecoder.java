package org.posescope.pose.face;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.posescope.frame.Region;
import org.posescope.pose.Face;
import org.posescope.pose.Keypoint;
import org.posescope.pose.Keypoints;
import org.posescope.pose.Skeletons;
import org.posescope.tensor.Tensor;

/**
 * Reads the outputs of the face mesh network with attention (MediaPipe, {@code tensors_to_face_landmarks_with_attention.pbtxt}): a mesh, and
 * better places for the points of the lips and around the eyes, and the irises, which lie as deep as the lids around them.
 */
final class RefinedFaceDecoder implements FaceDecoder {
    private static final int[] LIPS = numbers(
            "61 146 91 181 84 17 314 405 321 375 291 185 40 39 37 0 267 269 270 409 78 95 "
                    + "88 178 87 14 317 402 318 324 308 191 80 81 82 13 312 311 310 415 76 77 90 180 85 16 315 404 320 307 306 184 74 "
                    + "73 72 11 302 303 304 408 62 96 89 179 86 15 316 403 319 325 292 183 42 41 38 12 268 271 272 407");
    private static final int[] RIGHT_EYE = numbers(
            "33 7 163 144 145 153 154 155 133 246 161 160 159 158 157 173 130 25 110 "
                    + "24 23 22 26 112 243 247 30 29 27 28 56 190 226 31 228 229 230 231 232 233 244 113 225 224 223 222 221 189 35 "
                    + "124 46 53 52 65 143 111 117 118 119 120 121 128 245 156 70 63 105 66 107 55 193");
    private static final int[] LEFT_EYE = numbers(
            "263 249 390 373 374 380 381 382 362 466 388 387 386 385 384 398 359 255 "
                    + "339 254 253 252 256 341 463 467 260 259 257 258 286 414 446 261 448 449 450 451 452 453 464 342 445 444 443 "
                    + "442 441 413 265 353 276 283 282 295 372 340 346 347 348 349 350 357 465 383 300 293 334 296 336 285 417");
    /** The first points of an eye are those of its lids. */
    private static final int LIDS = 16;
    private static final int IRIS = 5;

    private final FaceMeshDecoder mesh;
    private final int inputSize;

    RefinedFaceDecoder(int inputSize) {
        this.mesh = new FaceMeshDecoder(inputSize);
        this.inputSize = inputSize;
    }

    private static int[] numbers(String numbers) {
        return Arrays.stream(numbers.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    /** Left and right are those of the picture in the names of the outputs. */
    @Override
    public Optional<Face> decode(Region region, Map<String, Tensor> outputs) {
        return mesh.decode(region, outputs.get("output_mesh_identity"), outputs.get("conv_faceflag")).map(face -> {
            List<Keypoint> points = new ArrayList<>(face.points().points());
            List<Float> depths = new ArrayList<>(face.depths());
            move(points, LIPS, places(region, outputs.get("output_lips"), LIPS.length, face.presence()));
            move(points, RIGHT_EYE,
                    places(region, outputs.get("output_left_eye"), RIGHT_EYE.length, face.presence()));
            move(points, LEFT_EYE,
                    places(region, outputs.get("output_right_eye"), LEFT_EYE.length, face.presence()));
            addIris(points, depths, RIGHT_EYE,
                    places(region, outputs.get("output_left_iris"), IRIS, face.presence()));
            addIris(points, depths, LEFT_EYE,
                    places(region, outputs.get("output_right_iris"), IRIS, face.presence()));
            return new Face(face.presence(), new Keypoints(Skeletons.FACE478, points), depths);
        });
    }

    /** @param plane x, y of each in input pixels */
    private List<Keypoint> places(Region region, Tensor plane, int count, float score) {
        List<Keypoint> places = new ArrayList<>(count);
        for (int k = 0; k < count; k++) {
            float u = plane.get(2 * k) / inputSize;
            float v = plane.get(2 * k + 1) / inputSize;
            places.add(new Keypoint(region.frameX(u, v), region.frameY(u, v), score));
        }
        return places;
    }

    private static void move(List<Keypoint> points, int[] which, List<Keypoint> places) {
        for (int k = 0; k < which.length; k++) {
            points.set(which[k], places.get(k));
        }
    }

    private static void addIris(List<Keypoint> points, List<Float> depths, int[] eye, List<Keypoint> iris) {
        float depth = 0;
        for (int k = 0; k < LIDS; k++) {
            depth += depths.get(eye[k]) / LIDS;
        }
        for (Keypoint point : iris) {
            points.add(point);
            depths.add(depth);
        }
    }
}

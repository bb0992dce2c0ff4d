package org.posescope.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.posescope.infer.Border;
import org.posescope.infer.Letterbox;
import org.posescope.model.InputSpec;
import org.posescope.pose.Box;
import org.posescope.pose.Keypoint;
import org.posescope.tensor.Tensor;

/**
 * The outputs of networks that see the whole frame, as their publishers export them: boxes, and of some the points of each person. People
 * are class 0 of all of them.
 */
public enum PublishedOutputs {
    /** RTMDet and YOLOX with the suppression inside (mmdeploy, {@code detection_onnxruntime}): {@code dets} (1, n, 5), {@code labels} (1, n). */
    MMDEPLOY(Letterbox.TOP_LEFT) {
        @Override
        public List<ScoredBox> decode(Map<String, Tensor> outputs, InputSpec input, float minScore) {
            CandidateTable boxes = CandidateTable.rows(outputs.get("dets"));
            Tensor labels = outputs.get("labels");
            List<ScoredBox> people = new ArrayList<>();
            for (int i = 0; i < boxes.count(); i++) {
                if (labels.get(i) == 0 && boxes.get(i, BOX_VALUES) >= minScore) {
                    people.add(new ScoredBox(boxes.corners(i), boxes.get(i, BOX_VALUES), List.of()));
                }
            }
            return bestFirst(people);
        }
    },
    /** RTMDet and YOLOX of mmdeploy without it: (1, n, 4), corners in pixels, and (1, n, classes), all of them probabilities. */
    MMDEPLOY_ALL(Letterbox.TOP_LEFT) {
        @Override
        public List<ScoredBox> decode(Map<String, Tensor> outputs, InputSpec input, float minScore) {
            CandidateTable boxes = CandidateTable
                    .rows(outputs.containsKey("dets") ? outputs.get("dets") : outputs.get("boxes"));
            CandidateTable scores = CandidateTable
                    .rows(outputs.containsKey("labels") ? outputs.get("labels") : outputs.get("scores"));
            List<ScoredBox> people = new ArrayList<>();
            for (int i = 0; i < boxes.count(); i++) {
                if (scores.get(i, 0) >= minScore) {
                    people.add(new ScoredBox(boxes.corners(i), scores.get(i, 0), List.of()));
                }
            }
            return NonMaximumSuppression.best(people, MMDET_IOU);
        }
    },
    /** RTMDet without its end, distances in pixels as mmdet gives them: {@link DistanceLevels}. */
    RTMDET_LEVELS(Letterbox.TOP_LEFT) {
        @Override
        public List<ScoredBox> decode(Map<String, Tensor> outputs, InputSpec input, float minScore) {
            return NonMaximumSuppression.best(new DistanceLevels(outputs.values(), true).people(minScore), MMDET_IOU);
        }
    },
    /** Likewise, distances in cells as mmyolo gives them. */
    RTMDET_LEVELS_CELLS(Letterbox.TOP_LEFT) {
        @Override
        public List<ScoredBox> decode(Map<String, Tensor> outputs, InputSpec input, float minScore) {
            return NonMaximumSuppression.best(new DistanceLevels(outputs.values(), false).people(minScore), MMDET_IOU);
        }
    },
    /** RTMO with the suppression inside (mmdeploy, {@code pose-detection_rtmo}): {@code dets} (1, n, 5), {@code keypoints} (1, n, 17, 3). */
    RTMO(Letterbox.CENTERED) {
        @Override
        public List<ScoredBox> decode(Map<String, Tensor> outputs, InputSpec input, float minScore) {
            CandidateTable boxes = CandidateTable.rows(outputs.get("dets"));
            CandidateTable points = new CandidateTable(outputs.get("keypoints").toArray(), boxes.count(),
                    3 * COCO_POINTS, true);
            List<ScoredBox> people = new ArrayList<>();
            for (int i = 0; i < boxes.count(); i++) {
                if (boxes.get(i, BOX_VALUES) >= minScore) {
                    people.add(new ScoredBox(boxes.corners(i), boxes.get(i, BOX_VALUES),
                            points(points, i, 0, COCO_POINTS)));
                }
            }
            return bestFirst(people);
        }
    },
    /** Ultralytics without suppression: (1, 4 + classes, n), centre and sides in pixels; the greatest class counts. */
    YOLO(Letterbox.CENTERED) {
        @Override
        public List<ScoredBox> decode(Map<String, Tensor> outputs, InputSpec input, float minScore) {
            return suppressed(outputs, minScore, 0);
        }
    },
    /** Ultralytics without suppression: (1, 4 + 1 + 17 * 3, n). */
    YOLO_POSE(Letterbox.CENTERED) {
        @Override
        public List<ScoredBox> decode(Map<String, Tensor> outputs, InputSpec input, float minScore) {
            return suppressed(outputs, minScore, COCO_POINTS);
        }
    },
    /** Ultralytics with suppression inside, or without need of it (YOLO26): (1, n, 6), corners in pixels, score, class. */
    YOLO_FINAL(Letterbox.CENTERED) {
        @Override
        public List<ScoredBox> decode(Map<String, Tensor> outputs, InputSpec input, float minScore) {
            return finished(outputs, minScore, 0);
        }
    },
    /** Likewise: (1, n, 6 + 17 * 3). */
    YOLO_POSE_FINAL(Letterbox.CENTERED) {
        @Override
        public List<ScoredBox> decode(Map<String, Tensor> outputs, InputSpec input, float minScore) {
            return finished(outputs, minScore, COCO_POINTS);
        }
    },
    /**
     * RT-DETR and D-FINE: {@code logits} (1, n, 80), {@code pred_boxes} (1, n, 4), centre and sides in units of the picture, which fills
     * the input (transformers, {@code RTDetrImageProcessor.post_process_object_detection}).
     */
    DETR(Letterbox.STRETCHED) {
        @Override
        public List<ScoredBox> decode(Map<String, Tensor> outputs, InputSpec input, float minScore) {
            CandidateTable logits = CandidateTable.rows(outputs.get("logits"));
            CandidateTable boxes = CandidateTable.rows(outputs.get("pred_boxes"));
            List<ScoredBox> people = new ArrayList<>();
            for (int i = 0; i < boxes.count(); i++) {
                float score = probability(logits.get(i, 0));
                if (score >= minScore) {
                    people.add(new ScoredBox(boxes.centered(i, input.width(), input.height()), score, List.of()));
                }
            }
            return bestFirst(people);
        }
    },
    /**
     * MoveNet MultiPose with its own end: (1, 6, 17 * 3 + 5), y, x and score of each point, then the corners, y before x, and the score of the
     * person, in units of the input.
     */
    MOVENET(Letterbox.CENTERED) {
        @Override
        public List<ScoredBox> decode(Map<String, Tensor> outputs, InputSpec input, float minScore) {
            CandidateTable table = CandidateTable.rows(outputs.values().iterator().next());
            List<ScoredBox> people = new ArrayList<>();
            for (int i = 0; i < table.count(); i++) {
                int box = 3 * COCO_POINTS;
                float score = table.get(i, box + BOX_VALUES);
                if (score >= minScore) {
                    people.add(new ScoredBox(
                            Box.ofCorners(table.get(i, box + 1) * input.width(), table.get(i, box) * input.height(),
                                    table.get(i, box + 3) * input.width(), table.get(i, box + 2) * input.height()),
                            score, points(table, i, 0, COCO_POINTS).stream().map(point -> new Keypoint(
                                    point.y() * input.width(), point.x() * input.height(), point.score())).toList()));
                }
            }
            return bestFirst(people);
        }

        @Override
        public Border padding() {
            return Border.BLACK;
        }
    };

    private static final int COCO_POINTS = 17;
    private static final int BOX_VALUES = 4;
    /** {@code iou} of Ultralytics' {@code cfg/default.yaml}. */
    private static final float YOLO_IOU = 0.7f;
    /** {@code nms} of mmdet's {@code configs/rtmdet} and {@code configs/yolox}. */
    private static final float MMDET_IOU = 0.65f;
    private static final Border PADDING = new Border.Constant(114);

    private final Letterbox place;

    PublishedOutputs(Letterbox place) {
        this.place = place;
    }

    /**
     * People, best score first, in pixels of the input.
     *
     * @param minScore 0..1, of those who count
     */
    public abstract List<ScoredBox> decode(Map<String, Tensor> outputs, InputSpec input, float minScore);

    /** How the frame lies in the input. */
    public Letterbox place() {
        return place;
    }

    /** What is around it there. */
    public Border padding() {
        return PADDING;
    }

    static float probability(float logit) {
        return (float) (1 / (1 + Math.exp(-logit)));
    }

    private static List<ScoredBox> suppressed(Map<String, Tensor> outputs, float minScore, int points) {
        CandidateTable table = CandidateTable.columns(outputs.values().iterator().next());
        int firstPoint = table.values() - 3 * points;
        List<ScoredBox> people = new ArrayList<>();
        for (int i = 0; i < table.count(); i++) {
            float score = table.get(i, BOX_VALUES);
            if (score >= minScore && table.greatest(i, BOX_VALUES, firstPoint) == 0) {
                people.add(new ScoredBox(table.centered(i, 1, 1), score, points(table, i, firstPoint, points)));
            }
        }
        return NonMaximumSuppression.best(people, YOLO_IOU);
    }

    private static List<ScoredBox> finished(Map<String, Tensor> outputs, float minScore, int points) {
        CandidateTable table = CandidateTable.rows(outputs.values().iterator().next());
        List<ScoredBox> people = new ArrayList<>();
        for (int i = 0; i < table.count(); i++) {
            float score = table.get(i, BOX_VALUES);
            if (score >= minScore && table.get(i, BOX_VALUES + 1) == 0) {
                people.add(new ScoredBox(table.corners(i), score, points(table, i, BOX_VALUES + 2, points)));
            }
        }
        return bestFirst(people);
    }

    private static List<Keypoint> points(CandidateTable table, int candidate, int from, int points) {
        List<Keypoint> found = new ArrayList<>(points);
        for (int at = from; at < from + 3 * points; at += 3) {
            found.add(new Keypoint(table.get(candidate, at), table.get(candidate, at + 1),
                    Math.clamp(table.get(candidate, at + 2), 0f, 1f)));
        }
        return found;
    }

    private static List<ScoredBox> bestFirst(List<ScoredBox> people) {
        return people.stream().sorted(NonMaximumSuppression.BEST_FIRST).toList();
    }
}

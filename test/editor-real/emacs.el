;;; Works as a person would, in an Emacs without a screen, and writes down what there was to see: one line of JSON for each step.  -*- lexical-binding: t -*-
(require 'json)
(require 'eglot)
(setq eglot-sync-connect t
      make-backup-files nil)

(defun say (step value)
  (let ((line (concat (json-encode (list (cons 'step step) (cons 'value value))) "\n")))
    (write-region line nil (getenv "ANSWERS") t 'quiet)))

(defun wait-for (step condition)
  (let ((deadline (+ (float-time) 60)))
    (while (not (funcall condition))
      (when (> (float-time) deadline) (say step "waited in vain") (kill-emacs 1))
      (accept-process-output nil 0.1))))

(find-file "client/Client.m3")
;; What eglot-ensure waits for: the end of a command, of which there are none here.
(run-hooks 'post-command-hook)
(wait-for "connection" #'eglot-managed-p)
(wait-for "diagnostics" (lambda () (flymake-start) (flymake-diagnostics)))
(say "diagnostics"
     (vconcat (mapcar (lambda (d)
                        (list (cons 'line (line-number-at-pos (flymake-diagnostic-beg d)))
                              (cons 'message (flymake-diagnostic-text d))))
                      (flymake-diagnostics))))

(goto-char (point-min))
(forward-line 7)
(search-forward "Push")
(backward-char 2)
(call-interactively #'xref-find-definitions)
(say "definition" (list (cons 'file (file-name-nondirectory (buffer-file-name))) (cons 'line (line-number-at-pos))))

;; It shows the files and asks whether to go on.
(cl-letf (((symbol-function 'y-or-n-p) #'always)) (eglot-rename "Put"))
(save-some-buffers t)
(say "rename" "done")
(eglot-shutdown-all)
(kill-emacs 0)

META
key;value
vote_type;choose-1
budget;50
min_project_score_threshold;2
description;"x;y"
rule;greedy-no-skip-threshold
PROJECTS;;
cost;project_id;name
100;2;
"7";"é";
12.25;"A;B";"a ""b"""
0;"1";"a ""b"""
30.5;p 1;"多
行"
"30.5";"10";"多
行"
"12.25";a;"n;m"
VOTES
age;vote;voter_id
;"A;B";0
